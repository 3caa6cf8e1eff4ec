package dev.makemore.model.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a text comes from, what messages call it, and the {@link TextForm} that its items are
 * brought into when they are read.
 *
 * {@snippet class="dev.makemore.model.TourTest" region="form"}
 *
 * <p>The text is UTF-8 with one item a line; {@link CorpusReader} says what a line is. Nothing is
 * opened before it is read.
 *
 * <p>Immutable. A source can be read again if what it opens can be: a file can, a stream can't.
 */
public final class TextSource {

  /** Opens a text. */
  @FunctionalInterface
  public interface Opener {
    /**
     * Returns the bytes of the text, from its start.
     *
     * @throws IOException if the text can't be opened
     */
    InputStream open() throws IOException;
  }

  private final String name;
  private final Opener opener;
  private final TextForm form;

  private TextSource(String name, Opener opener, TextForm form) {
    this.name = Objects.requireNonNull(name, "name");
    this.opener = Objects.requireNonNull(opener, "opener");
    this.form = Objects.requireNonNull(form, "form");
  }

  /**
   * A file, as it is written. It is closed after it has been read. If another program makes it
   * shorter in the meantime, reading it ends with an {@link IOException} that says so.
   */
  public static TextSource file(Path file) {
    return of(file.toString(), () -> FileStream.open(file));
  }

  /**
   * A stream, as it is written. It is read to its end and left open.
   *
   * @param name what error messages call the stream
   */
  public static TextSource stream(InputStream in, String name) {
    Objects.requireNonNull(in, "in");
    return of(name, () -> new LeftOpen(in));
  }

  /**
   * Anything else that can be opened, as it is written. Each stream that {@code opener} returns is
   * closed after it has been read.
   *
   * @param name what error messages call the text
   */
  public static TextSource of(String name, Opener opener) {
    return new TextSource(name, opener, TextForm.asWritten());
  }

  /** The same text, with its items brought into {@code form} instead of any other. */
  public TextSource in(TextForm form) {
    return new TextSource(name, opener, form);
  }

  /** What error messages call the text. */
  public String name() {
    return name;
  }

  /** The form that items are brought into. */
  public TextForm form() {
    return form;
  }

  /**
   * Opens the bytes of the text, as they are written. Whoever calls this closes them.
   *
   * @throws IOException if the text can't be opened
   */
  public InputStream open() throws IOException {
    return opener.open();
  }

  /** Such as {@code names.txt (as written)}. */
  @Override
  public String toString() {
    return name + " (" + form + ")";
  }

  /** A stream that belongs to someone else, who will close it. */
  private static final class LeftOpen extends FilterInputStream {
    LeftOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The owner closes the stream.
    }
  }
}
