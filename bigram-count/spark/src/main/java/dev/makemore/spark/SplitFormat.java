package dev.makemore.spark;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.jspecify.annotations.Nullable;

/**
 * How Hadoop reads a text for us: each part of a file is one record, a {@link SplitText}, which
 * keeps the bytes of the file and knows where they are in it.
 *
 * <p>Hadoop lists the files, cuts them into parts and knows which machines are close to a part. A
 * compressed file, which Hadoop tells by the end of its name, is one part. Hadoop's own format
 * gives lines instead of bytes: it ends them at a lone {@code \r}, too, and makes an object of
 * each.
 */
public final class SplitFormat extends FileInputFormat<Void, SplitText> {

  /** For Hadoop. */
  public SplitFormat() {}

  @Override
  protected boolean isSplitable(JobContext context, Path file) {
    return codec(context.getConfiguration(), file) == null;
  }

  private static @Nullable CompressionCodec codec(Configuration configuration, Path file) {
    return new CompressionCodecFactory(configuration).getCodec(file);
  }

  @Override
  public RecordReader<Void, SplitText> createRecordReader(
      InputSplit split, TaskAttemptContext context) {
    return new OneRecord();
  }

  /** Hadoop says in a message alone that a file is not what its name says. */
  private static final class Decompressed extends FilterInputStream {
    Decompressed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.read(bytes, offset, length);
      } catch (IOException e) {
        if (String.valueOf(e.getMessage()).contains("not a gzip file")) {
          throw new ZipException(e.getMessage());
        }
        throw e;
      }
    }
  }

  private static final class OneRecord extends RecordReader<Void, SplitText> {
    private @Nullable SplitText text;
    private boolean read;

    @Override
    public void initialize(InputSplit split, TaskAttemptContext context) throws IOException {
      FileSplit part = (FileSplit) split;
      Configuration configuration = context.getConfiguration();
      FSDataInputStream in = part.getPath().getFileSystem(configuration).open(part.getPath());
      CompressionCodec codec = codec(configuration, part.getPath());
      SplitStream lines;
      if (codec == null) {
        in.seek(Math.max(0, part.getStart() - 1));
        lines = new SplitStream(in, part.getStart(), part.getStart() + part.getLength());
      } else {
        lines = new SplitStream(new Decompressed(codec.createInputStream(in)), 0, Long.MAX_VALUE);
      }
      text = new SplitText(part.getPath().toString(), lines);
    }

    @Override
    public boolean nextKeyValue() {
      boolean first = !read;
      read = true;
      return first;
    }

    @Override
    public @Nullable Void getCurrentKey() {
      return null;
    }

    @Override
    public @Nullable SplitText getCurrentValue() {
      return text;
    }

    @Override
    public float getProgress() {
      return read ? 1 : 0;
    }

    @Override
    public void close() throws IOException {
      if (text != null) {
        text.close();
      }
    }
  }
}
