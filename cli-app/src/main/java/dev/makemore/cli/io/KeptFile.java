package dev.makemore.cli.io;

import dev.makemore.model.io.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The last resort when a file can't be written where it should be: its content is kept in a new
 * file, so that nothing is lost that has taken long to make. Nothing removes that file, and nobody
 * but the user can read it.
 */
final class KeptFile {

  private KeptFile() {}

  /**
   * Keeps {@code content} beside {@code file}, or else in the system's folder for temporary files.
   *
   * @param failure why {@code file} can't be written
   * @return the same failure, which says where the content is
   */
  static Failure of(AtomicFile.Content content, Path file, Failure failure) {
    Path beside = file.toAbsolutePath().resolveSibling("");
    Path elsewhere = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    for (Path folder : List.of(beside, elsewhere)) {
      try {
        return failure.and("the model was kept in " + keep(content, folder));
      } catch (IOException e) {
        Logging.debug(KeptFile.class, "not kept in {}: {}", folder, Failure.reason(e));
      }
    }
    return failure.and("nor can the model be kept in " + beside + " or in " + elsewhere);
  }

  /** Writes to the new file itself: nobody knows its name yet, so nothing needs to be renamed. */
  private static Path keep(AtomicFile.Content content, Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "makemore-", ".kept"); // for the user only
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return file;
  }
}
