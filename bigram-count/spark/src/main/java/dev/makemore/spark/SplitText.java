package dev.makemore.spark;

import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextForm;
import dev.makemore.model.text.TextSource;
import java.io.IOException;
import java.util.Iterator;

/**
 * The lines of a part of a file, which a task reads once.
 *
 * <p>It stays in the task that opened it, so it need not be serializable.
 */
public final class SplitText implements AutoCloseable {

  private final String file;
  private final SplitStream lines;

  SplitText(String file, SplitStream lines) {
    this.file = file;
    this.lines = lines;
  }

  /** The bytes, as a text that can be read once. */
  TextSource source(TextForm form) {
    return TextSource.stream(lines, file).in(form);
  }

  /** The items, one by one; an empty line is an empty string. */
  Iterator<String> items() {
    return new LineIterator(lines, file);
  }

  /** The same in lower case. */
  Iterator<String> lowercaseItems() {
    TextForm form = TextForm.asWritten().lowercase();
    Iterator<String> items = items();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public String next() {
        return form.apply(items.next());
      }
    };
  }

  /** What is wrong with the file, where its bytes are not UTF-8. */
  Problem problem(MalformedCorpusException e) {
    return Problem.malformed(file, lines.start() + e.offset());
  }

  /** What is wrong with the file, if it is compressed and can't be read. */
  Problem damaged(IOException e) {
    return Problem.damaged(file, e);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
