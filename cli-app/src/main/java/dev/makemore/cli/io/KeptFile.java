package dev.makemore.cli.io;

import dev.makemore.model.io.AtomicFile;
import dev.makemore.model.io.NotDurableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static Path keep(AtomicFile.Content content, Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "makemore-", ".kept"); // for the user only
    try {
      AtomicFile.write(file, content); // which does not change who can read it
    } catch (NotDurableException e) {
      // it is there nevertheless
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return file;
  }
}
