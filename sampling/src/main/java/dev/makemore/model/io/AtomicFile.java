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
 * <p>The content goes to a temporary file in the same folder and is forced to the disk. Then the
 * temporary file is renamed to the old one, which replaces it in one step. So there is the old
 * content or the new one at any moment, even after a crash. A program that is killed while it
 * writes leaves a file {@code .makemore-*.tmp} behind, which can be deleted.
 *
 * <p>A symbolic link stays a link: the file that it points to is replaced. A pipe, {@code
 * /dev/stdout} or anything else that is not a regular file can't be replaced, and is simply written
 * to.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of the content. The stream is buffered; the caller closes it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes {@code content} to {@code file}.
   *
   * @throws IOException if the file can't be written, or {@code content} throws it; the file is
   *     then as it was
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
   * The file that is written when {@code file} is to be written, as an absolute path: the one to
   * which symbolic links lead, if it is a link. It need not exist.
   *
   * @throws IOException if the links have no end, or can't be read
   */
  public static Path target(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      return target; // /dev/stdout may link to a pipe, which has no path
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

  /** Gives the new file the permissions of the old one, if there is one. */
  private static void keepPermissions(Path old, Path replacement) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(
            replacement, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null && Files.exists(old)) {
      view.setPermissions(Files.getPosixFilePermissions(old));
    }
  }

  /** Makes sure that the rename survives a power cut, on systems that can do that. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows can't open a folder; the file itself is on the disk in any case.
    }
  }
}
