package dev.makemore.spark;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/** Model files on the file systems of a cluster, where the command {@code makemore} finds them. */
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
    if (!files.exists(file)) {
      return;
    }
    if (files.getFileStatus(file).isDirectory()) {
      throw new Failure(Failure.CANT_CREATE, file + " is a folder; name a file in it");
    }
    if (!force && files.getFileStatus(file).getLen() > 0 && !isModel(files, file)) {
      throw new Failure(
          Failure.CANT_CREATE, file + " is not a model; to replace it all the same, add --force");
    }
  }

  private static boolean isModel(FileSystem files, Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return ModelFile.isModel(in);
    }
  }

  /** Saves a model; at any moment the file holds what it held before, or the whole model. */
  void save(LanguageModel model, Path file) throws IOException {
    FileSystem files = file.getFileSystem(configuration);
    Path whole = files.makeQualified(file);
    if (files.getUri().getScheme().equals("file")) { // where Hadoop leaves a .crc file beside it
      ModelFile.save(model, java.nio.file.Path.of(whole.toUri().getPath()));
      return;
    }
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
    try (InputStream in = files.open(file)) {
      return ModelFile.read(in, file.toString());
    }
  }
}
