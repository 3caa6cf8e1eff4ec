package dev.makemore.model.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes a file whole or not at all.
 *
 * <p>The content goes to a temporary file in the same folder, is forced to the disk, and then takes
 * the place of the old file by a rename, which is one step. Whoever looks, even after a crash,
 * finds the old content or the new. A program that is killed on the way leaves a {@code
 * .makemore-*.tmp} behind, which can be deleted.
 *
 * <p>A symbolic link stays one: what it points at is replaced. What is no regular file, such as a
 * pipe or {@code /dev/stdout}, can't be replaced and is simply written to.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it. The stream is buffered, and closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes {@code content} to {@code file}.
   *
   * @throws IOException if it can't be written, or {@code content} throws it: the file is then as
   *     it was
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = target(file);
    if (Files.isDirectory(target)) {
      throw new FileSystemException(file.toString(), null, "is a directory");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
        content.writeTo(out);
      }
      return;
    }
    Path folder = target.resolveSibling("");
    Path temporary = target.resolveSibling(temporaryName());
    try {
      writeAndForce(temporary, target, content);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary); // not there if it has become the target
    }
    forceFolder(folder);
  }

  /**
   * The file that is written in place of {@code file}: the one that a symbolic link ends at, as an
   * absolute path. It need not exist.
   *
   * @throws IOException if the links don't end, or can't be read
   */
  public static Path target(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      return target; // the link of /dev/stdout to a pipe names no path
    }
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == 40) { // as many as Linux follows
        throw new FileSystemException(file.toString(), null, "too many symbolic links");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static String temporaryName() {
    long number = ThreadLocalRandom.current().nextLong();
    return ".makemore-" + HexFormat.of().toHexDigits(number) + ".tmp";
  }

  private static void writeAndForce(Path file, Path old, Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      keepPermissions(old, file); // before there is anything to read
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  /** The new file is as readable and writable as the old one, if there was one. */
  private static void keepPermissions(Path old, Path replacement) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(
            replacement, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null && Files.exists(old)) {
      view.setPermissions(Files.getPosixFilePermissions(old));
    }
  }

  /** Makes the rename itself last through a power cut, where the system can do that. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows can't open a folder; the file itself is on the disk in any case.
    }
  }
}
