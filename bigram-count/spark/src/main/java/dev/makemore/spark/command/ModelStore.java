package dev.makemore.spark.command;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.security.AccessControlException;
import org.jspecify.annotations.Nullable;

/**
 * Model files on the file systems of a cluster, and whether what a command writes can be made
 * there.
 */
final class ModelStore {

  private final Configuration configuration;

  ModelStore(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Checks that a model can be saved, before there is one.
   *
   * @param force whether another file than a model may be replaced
   */
  void check(Path file, boolean force) throws IOException {
    FileSystem files = file.getFileSystem(configuration);
    Path folder = file.getParent();
    if (folder != null && !files.exists(folder)) {
      throw new Failure(
          Failure.CANT_CREATE, file + ": there is no folder " + folder + "; make it first");
    }
    checkWritable(files, files.makeQualified(file).getParent());
    if (!files.exists(file)) {
      return;
    }
    if (files.getFileStatus(file).isDirectory()) {
      throw new Failure(Failure.CANT_CREATE, file + " is a folder; name a file in it");
    }
    if (!force && !isWritable(files, file)) {
      throw new Failure(Failure.CANT_CREATE, file + " is write-protected; --force replaces it");
    }
    if (!force && files.getFileStatus(file).getLen() > 0 && !isModel(files, file)) {
      throw new Failure(
          Failure.CANT_CREATE, file + " is not a model; to replace it all the same, add --force");
    }
  }

  /** Checks that a folder that is not there yet can be made. */
  void checkNewFolder(Path folder) throws IOException {
    FileSystem files = folder.getFileSystem(configuration);
    if (files.exists(folder)) {
      throw new Failure(
          Failure.CANT_CREATE, folder + " exists already; remove it, or name another folder");
    }
    Path above = files.makeQualified(folder).getParent();
    while (above.getParent() != null && !files.exists(above)) {
      above = above.getParent();
    }
    if (!files.getFileStatus(above).isDirectory()) {
      throw new Failure(Failure.CANT_CREATE, above + " is a file, so there is no folder in it");
    }
    checkWritable(files, above);
  }

  private static void checkWritable(FileSystem files, @Nullable Path folder) throws IOException {
    if (folder != null && !isWritable(files, folder)) {
      throw new Failure(Failure.CANT_CREATE, "no permission to write to the folder " + folder);
    }
  }

  private static boolean isWritable(FileSystem files, Path path) throws IOException {
    if (isLocal(files)) { // where Hadoop looks at bits of modes only, which root need not heed
      return Files.isWritable(local(files, path));
    }
    try {
      files.access(path, FsAction.WRITE);
      return true;
    } catch (AccessControlException e) {
      return false;
    }
  }

  private static boolean isLocal(FileSystem files) {
    return files.getUri().getScheme().equals("file");
  }

  private static java.nio.file.Path local(FileSystem files, Path path) {
    return java.nio.file.Path.of(files.makeQualified(path).toUri().getPath());
  }

  private static boolean isModel(FileSystem files, Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return ModelFile.isModel(in);
    }
  }

  /** Saves a model; at any moment the file holds what it held before, or the whole model. */
  void save(LanguageModel model, Path file) throws IOException {
    FileSystem files = file.getFileSystem(configuration);
    if (isLocal(files)) { // where Hadoop leaves a .crc file beside it
      ModelFile.save(model, local(files, file));
      return;
    }
    Path whole = files.makeQualified(file);
    FileContext context = FileContext.getFileContext(whole.toUri(), configuration);
    Path part = new Path(whole.getParent(), "_" + whole.getName() + ".part");
    try (OutputStream out =
        context.create(
            part, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE), CreateOpts.createParent())) {
      ModelFile.write(model, out);
    }
    context.rename(part, whole, Rename.OVERWRITE);
  }

  LanguageModel load(Path file) throws IOException {
    FileSystem files = file.getFileSystem(configuration);
    if (!files.exists(file)) {
      throw new Failure(Failure.NO_INPUT, file + ": there is no such file");
    }
    if (files.getFileStatus(file).isDirectory()) {
      throw new Failure(
          Failure.NO_INPUT, file + " is a folder, and not a model; name a file in it");
    }
    try (InputStream in = files.open(file)) {
      return ModelFile.read(in, file.toString());
    }
  }
}
