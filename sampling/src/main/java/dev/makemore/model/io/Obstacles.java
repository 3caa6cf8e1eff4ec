package dev.makemore.model.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Finds out what would keep a file from being written or replaced, without changing it. */
final class Obstacles {

  private static final Path MOUNTS = Path.of("/proc/self/mountinfo");

  private static final int TYPE = 0170000; // the bits of a mode that say what kind of file it is
  private static final int SOCKET = 0140000;
  private static final int STICKY = 01000;

  private Obstacles() {}

  /**
   * Checks a file.
   *
   * @param target the file, which is not a link
   * @param old its attributes, if it exists
   * @throws IOException that says what stands in the way
   */
  static void check(Path target, Path folder, Optional<BasicFileAttributes> old)
      throws IOException {
    if (old.isPresent() && !old.get().isRegularFile()) {
      checkCanBeOpened(target);
      return;
    }
    int user = probe(folder);
    if (old.isPresent()) {
      checkProtection(target);
      checkOwner(target, folder, user);
      checkMount(target);
    }
  }

  private static void checkCanBeOpened(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw obstacle(target, "it is a directory");
    } else if ((number(target, "mode") & TYPE) == SOCKET) {
      throw obstacle(target, "it is a socket, which can't be opened as a file");
    }
  }

  /**
   * Makes a temporary file in the folder and removes it.
   *
   * @return the number of the user to whom it belonged, or -1 if the system has no such numbers
   */
  private static int probe(Path folder) throws IOException {
    TemporaryFile probe = TemporaryFile.create(folder, true);
    try {
      return number(probe.path(), "uid");
    } finally {
      remove(probe, folder);
    }
  }

  /** Some folders take files and never let go of them, as after {@code chattr +a}. */
  private static void remove(TemporaryFile probe, Path folder) throws IOException {
    try {
      probe.close();
    } catch (FileSystemException e) {
      throw obstacle(
          folder,
          "files can be made in the folder "
              + folder
              + ", but not be renamed or removed: "
              + e.getReason());
    }
  }

  /**
   * A file may be protected even from root, as by {@code chattr +i}, and then can't be opened for
   * writing. A file whose permissions merely forbid writing can be replaced nevertheless.
   */
  private static void checkProtection(Path target) throws IOException {
    try {
      FileChannel.open(target, StandardOpenOption.WRITE).close();
    } catch (AccessDeniedException e) {
      // may be replaced
    } catch (FileSystemException e) {
      throw obstacle(target, "the system protects it from any change: " + e.getReason());
    }
  }

  /**
   * In a sticky folder, such as /tmp, a file can be replaced by its owner only, by the owner of the
   * folder, and by root.
   *
   * @param user the number of whoever wants to replace it
   */
  static void checkOwner(Path target, Path folder, int user) throws IOException {
    boolean sticky = (Math.max(0, number(folder, "mode")) & STICKY) != 0;
    boolean own = number(target, "uid") == user || number(folder, "uid") == user;
    if (sticky && !own && user != 0) {
      throw obstacle(
          target,
          "it belongs to "
              + Files.getOwner(target).getName()
              + ", and in the folder "
              + folder
              + " only the owner of a file can replace it");
    }
  }

  /** Linux lists the mount points. A file can be one, as in a container. */
  private static void checkMount(Path target) throws IOException {
    boolean ofSystem = target.getFileSystem().equals(FileSystems.getDefault());
    if (ofSystem && Files.isReadable(MOUNTS) && isIn(MOUNTS, target.toRealPath())) {
      throw obstacle(
          target,
          "it is a mount point, which can't be replaced; mount its folder instead, or choose"
              + " another file");
    }
  }

  /** The fifth field of a line is the mount point, with some characters in octal digits. */
  private static boolean isIn(Path mounts, Path target) throws IOException {
    String name =
        target
            .toString()
            .replace("\\", "\\134")
            .replace(" ", "\\040")
            .replace("\t", "\\011")
            .replace("\n", "\\012");
    return new String(Files.readAllBytes(mounts), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split(" ", 6))
        .anyMatch(fields -> fields.length == 6 && fields[4].equals(name));
  }

  /** A number that Unix knows of a file, or -1 on other systems. */
  private static int number(Path file, String attribute) throws IOException {
    boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    return unix && Files.getAttribute(file, "unix:" + attribute) instanceof Integer number
        ? number
        : -1;
  }

  private static FileSystemException obstacle(Path target, String reason) {
    return new FileSystemException(target.toString(), null, reason);
  }
}
