package dev.makemore.model.arpa;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.MalformedModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.IntToDoubleFunction;

/**
 * ARPA files, in which n-gram tools hand models to each other: the bigram files of character
 * models.
 *
 * <p>Characters are words. A character that can't be seen, such as a space, is {@code <U+0020>},
 * with its code point in four to six hexadecimal digits. The boundary is {@code <s>} where it
 * starts an item and {@code </s>} where it ends one. {@code <unk>} is there, for readers that need
 * it, and impossible. Numbers are logarithms to the base 10, and -99 is that of 0. {@link
 * BackoffModel} says what they mean.
 *
 * <p>Numbers are written in full precision, so that a probability comes back within 1e-12 of
 * itself, or as 0 where it is below 1e-99.
 */
public final class Arpa {

  /** The logarithm that stands for that of 0. */
  static final double LOG_OF_ZERO = -99;

  private Arpa() {}

  /**
   * What a model holds for impossible. ARPA knows no 0, so a score that meets it is bad, but not
   * infinite.
   *
   * @param contexts the number of contexts after which something is impossible
   * @param pairs the number of pairs that are
   */
  public record Impossible(int contexts, long pairs) {}

  /**
   * A model that was read.
   *
   * @param model the model
   * @param unknown the largest probability that {@code <unk>} had after any context. Models here
   *     know none, so its share was spread over the characters, in proportion to theirs.
   */
  public record Imported(BackoffModel model, double unknown) {}

  /**
   * Writes {@code model}, and leaves the stream open. A {@link BackoffModel} is written as it is.
   * Of any other, each row lists what its {@link dev.makemore.model.Distribution} lists, the
   * unigrams are 1 / V each, and the {@linkplain dev.makemore.model.Distribution#rest rest} is
   * backed off to. The model is asked for each row several times, and for one at a time.
   *
   * @return what is impossible, which the file can only call very unlikely
   * @throws IllegalArgumentException if the model looks at more than one token
   * @throws IOException if it can't be written
   */
  public static Impossible write(LanguageModel model, OutputStream out) throws IOException {
    ArpaWriter writer =
        model instanceof BackoffModel backoff
            ? ArpaWriter.of(backoff)
            : ArpaWriter.of(model, context -> model.next(context).rest());
    return writer.write(out);
  }

  /**
   * Writes {@code model} with unigrams of 1 / V each, and the pairs whose probability is not that
   * of {@code unlisted}.
   *
   * @param unlisted the probability of whatever is not to be listed, by context; such as that of a
   *     token that a count model has never seen there
   * @return what is impossible, which the file can only call very unlikely
   * @throws IllegalArgumentException if the model looks at more than one token, or {@code unlisted}
   *     gives a number that is no probability
   * @throws IOException if it can't be written
   */
  public static Impossible write(
      LanguageModel model, IntToDoubleFunction unlisted, OutputStream out) throws IOException {
    return ArpaWriter.of(model, unlisted).write(out);
  }

  /**
   * Reads a bigram or unigram model from a stream, and leaves it open.
   *
   * <p>What other tools write differently is understood: text above {@code \data\}, blank lines,
   * tabs or spaces, any line ends, a backoff that is left out and thus 1, and {@code <UNK>}. A
   * logarithm of -99 or less is that of 0. Files hold few digits, so a row may miss a sum of 1 by
   * 1e-3, and is then divided by its sum. Time and memory are in proportion to the file, whatever
   * it claims.
   *
   * @param source what error messages call the stream
   * @throws MalformedModelException if it is not such a model; if a word is no character; or if the
   *     probabilities after a context do not sum to 1
   * @throws IOException if it can't be read
   */
  public static Imported read(InputStream in, String source) throws IOException {
    return ArpaReader.read(in, source);
  }
}
