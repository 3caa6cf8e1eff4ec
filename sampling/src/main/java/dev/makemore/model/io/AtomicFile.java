package dev.makemore.model.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes a file whole or not at all.
 *
 * <p>The content goes to a temporary file in the same folder and is forced to the disk. Then the
 * temporary file is renamed to the old one, which replaces it in one step. So there is the old
 * content or the new one at any moment, even after a crash.
 *
 * <p>The new file has the permissions of the old one, and also its group if the system allows that
 * (if not, the group may do no more than everybody). Until then only the user can open it. A file
 * that replaces nothing has the permissions that the system gives to any new file.
 *
 * <p>A program that is killed while it writes leaves a file {@code .makemore-*.tmp} behind. The
 * next file that is written in the same folder removes it: a temporary file that is in use is
 * locked, and the system takes the lock away from a program that ends. Where the file system has no
 * locks, such files stay.
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
   * @throws NotDurableException if the file was written, but may not survive a power failure
   * @throws IOException if the file can't be written, or {@code content} throws it; the file is
   *     then as it was
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = target(file);
    Optional<BasicFileAttributes> old = attributes(target);
    if (old.isPresent() && !old.get().isRegularFile()) {
      writeThrough(file, target, content);
      return;
    }
    Path folder = folder(target);
    TemporaryFile.removeAbandoned(folder);
    try (TemporaryFile temporary = TemporaryFile.create(folder, old.isPresent())) {
      temporary.write(content);
      if (old.isPresent()) {
        Permissions.copy(target, temporary.path());
      }
      temporary.renameTo(target);
    }
    FolderForce.force(folder, file);
  }

  private static void writeThrough(Path file, Path target, Content content) throws IOException {
    if (Files.isDirectory(target)) {
      throw new FileSystemException(file.toString(), null, "is a directory");
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      content.writeTo(out);
    }
  }

  /**
   * Checks that {@code file} can be written, as far as that can be known before. It makes a
   * temporary file in the folder and removes it, and changes nothing else.
   *
   * <p>What it finds: a name that is too long; a folder that is not there or takes no files; a file
   * that the system protects from everybody; a file of someone else in a folder whose files only
   * their owners can replace; a file that is a mount point, as a container may have; a socket.
   *
   * @throws IOException that says what stands in the way
   */
  public static void check(Path file) throws IOException {
    Path target = target(file);
    Obstacles.check(target, folder(target), attributes(target));
  }

  /**
   * The file that is written when {@code file} is to be written, as an absolute path: the one to
   * which symbolic links lead, if it is a link. It need not exist.
   *
   * @throws IOException if the links have no end, or can't be read
   */
  public static Path target(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    if (isStream(target)) {
      return target; // /dev/stdout may link to a pipe, which has no path
    }
    for (int links = 0; isLink(target); links++) {
      if (links == 40) { // as many as Linux follows
        throw new FileSystemException(file.toString(), null, "too many symbolic links");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static boolean isStream(Path file) {
    try {
      return !Files.readAttributes(file, BasicFileAttributes.class).isRegularFile();
    } catch (IOException e) {
      return false; // such as a link that leads nowhere
    }
  }

  /** Whether a file is a link. Taking a link for something else would replace it. */
  private static boolean isLink(Path file) throws IOException {
    return attributes(file, LinkOption.NOFOLLOW_LINKS)
        .filter(BasicFileAttributes::isSymbolicLink)
        .isPresent();
  }

  /** The attributes of a file, or none if there is no file. Not to know them is an error. */
  private static Optional<BasicFileAttributes> attributes(Path file, LinkOption... options)
      throws IOException {
    try {
      return Optional.of(Files.readAttributes(file, BasicFileAttributes.class, options));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Path folder(Path target) {
    return Objects.requireNonNullElse(target.getParent(), target); // a root has none
  }
}
