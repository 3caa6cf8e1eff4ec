package dev.makemore.model.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The bytes of a file, which must not become shorter while it is read: a text that another program
 * cuts in the meantime would look like a shorter text.
 *
 * <p>A file may grow, or be replaced by another one. What has no size, such as a pipe or a file in
 * {@code /proc}, is read to its end. So is a file that is shorter than the system says, as those in
 * {@code /sys} are, since its size does not change.
 */
final class FileStream extends FilterInputStream {

  private final String name;
  private final SeekableByteChannel channel;
  private final long size; // when it was opened

  private FileStream(InputStream in, String name, SeekableByteChannel channel) throws IOException {
    super(in);
    this.name = name;
    this.channel = channel;
    this.size = channel.size();
  }

  static InputStream open(Path file) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file);
    try {
      return new FileStream(Channels.newInputStream(channel), file.toString(), channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public int read() throws IOException {
    return checked(super.read());
  }

  @Override
  public int read(byte[] bytes, int start, int length) throws IOException {
    return checked(super.read(bytes, start, length));
  }

  /** Returns {@code read}, the result of reading; -1 is the end. */
  private int checked(int read) throws IOException {
    if (read < 0 && size > 0) {
      long position = channel.position();
      if (position < size && channel.size() < size) {
        throw new FileSystemException(
            name,
            null,
            String.format(
                Locale.ROOT,
                "it was cut short while it was read: it had %,d bytes when it was opened, and only"
                    + " %,d could be read",
                size,
                position));
      }
    }
    return read;
  }
}
