package dev.makemore.model.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Forces a folder to the disk, so that a file that was renamed in it keeps its name after a power
 * failure.
 *
 * <p>Not every system can do that, and then there is nothing to report: Windows can't open a
 * folder, nor can anybody who may write to it but not read it, and some network file systems know
 * no way to force a folder. PostgreSQL makes the same exceptions ({@code fsync_fname_ext} in its
 * source: EACCES and EISDIR when opening, EBADF and EINVAL when forcing).
 */
final class FolderForce {

  private FolderForce() {}

  /**
   * Forces {@code folder}, where {@code file} has just been put.
   *
   * @throws NotDurableException if the system could do it but failed
   */
  static void force(Path folder, Path file) throws NotDurableException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // can't be opened here
    } catch (IOException e) {
      if (!isUnsupported(e)) {
        throw new NotDurableException(file, folder, e);
      }
    }
  }

  /**
   * Whether the system says what it also says of a device, which can't be forced (EINVAL). Java has
   * no exception type for that, only the system's message, in the user's language.
   */
  private static boolean isUnsupported(IOException problem) {
    String message = String.valueOf(problem.getMessage());
    try (FileChannel device = FileChannel.open(Path.of("/dev/null"), StandardOpenOption.WRITE)) {
      device.force(true);
      return false;
    } catch (IOException e) {
      return message.equals(e.getMessage());
    }
  }
}
