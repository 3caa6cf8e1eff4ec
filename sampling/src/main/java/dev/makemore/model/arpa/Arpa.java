package dev.makemore.model.arpa;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.MalformedModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.IntToDoubleFunction;

/**
 * Reads and writes ARPA files, in which n-gram programs exchange models: here those of character
 * models, of any order up to {@link BackoffModel#MAX_ORDER}.
 *
 * <p>The words of the file are characters. A character that can't be seen, such as a space, is
 * written as {@code <U+0020>}, with its code point in four to six hexadecimal digits. The boundary
 * is {@code <s>} where it starts an item and {@code </s>} where it ends one. {@code <unk>} is the
 * unknown token of a vocabulary that has one. Otherwise it is listed as impossible, because some
 * programs require it. Numbers are logarithms to the base 10, and -99 stands for the logarithm of
 * 0. {@link BackoffModel} explains what the numbers mean.
 *
 * <p>Numbers are written in full precision: a probability that is read back is within 1e-12 of what
 * it was, relatively, or it is 0 if it was below 1e-99.
 */
public final class Arpa {

  /** What is written in place of the logarithm of 0. */
  static final double LOG_OF_ZERO = -99;

  private Arpa() {}

  /**
   * How many probabilities of a model are 0. ARPA has no number for that, so a program that reads
   * the file gives such an n-gram a bad score, but not an infinitely bad one.
   *
   * <p>Counted are, after single tokens, all pairs; and after each longer context that the model
   * knows, all n-grams that start with it. What follows other contexts is the same as after shorter
   * ones, and not counted again. Of a model of order 1, the impossible unigrams are counted, and
   * its one context is the empty one.
   *
   * @param contexts the number of contexts that have such an n-gram
   * @param pairs the number of such n-grams: pairs of a context and a token
   */
  public record Zeros(int contexts, long pairs) {}

  /** What becomes of {@code <unk>}, the word for all that a file does not list. */
  public enum Unknown {
    /** Its probability is shared out to the characters in proportion to theirs. */
    SHARED_OUT,
    /** It is the {@linkplain dev.makemore.model.Vocabulary#withUnknown unknown token}. */
    KEPT
  }

  /**
   * A model that was read.
   *
   * @param model the model
   * @param unknown the largest probability of {@code <unk>} after any context that was shared out
   *     to the characters, in proportion to theirs
   */
  public record Imported(BackoffModel model, double unknown) {}

  /**
   * Writes {@code model}, and leaves the stream open. A {@link BackoffModel} of any order is
   * written as it is; where it knows a context of several tokens without listing it as an n-gram,
   * the file has this n-gram, too, with the probability that the model gives it. For any other
   * model, each row lists what its {@link dev.makemore.model.Distribution} lists, all unigrams are
   * 1 / V, and the backoff gives the others the {@linkplain dev.makemore.model.Distribution#rest
   * rest}.
   *
   * @return which probabilities are 0, which the file can only call very unlikely
   * @throws IllegalArgumentException if the model looks at more than one token and is neither a
   *     {@link BackoffModel} nor a {@link BackoffModel.Source}
   * @throws IOException if the stream can't be written
   */
  public static Zeros write(LanguageModel model, OutputStream out) throws IOException {
    if (model instanceof BackoffModel.Source source) {
      return ArpaWriter.write(source.backoff(), out);
    }
    return model instanceof BackoffModel backoff
        ? ArpaWriter.write(backoff, out)
        : write(model, context -> model.next(context).rest(), out);
  }

  /**
   * Writes {@code model} with unigrams of 1 / V each, and lists only the pairs whose probability is
   * not that of {@code unlisted}. Leaves the stream open.
   *
   * @param unlisted for each context, the probability of the pairs that are not to be listed: in a
   *     count model, that of a pair that was never seen
   * @return which probabilities are 0, which the file can only call very unlikely
   * @throws IllegalArgumentException if the model looks at more than one token, or {@code unlisted}
   *     returns a number that is not a probability
   * @throws IOException if the stream can't be written
   */
  public static Zeros write(LanguageModel model, IntToDoubleFunction unlisted, OutputStream out)
      throws IOException {
    return ArpaWriter.write(ArpaWriter.backingOff(model, unlisted), out);
  }

  /**
   * Reads a model of order 1 to {@link BackoffModel#MAX_ORDER} from a stream, and leaves the stream
   * open.
   *
   * <p>What other programs write differently is understood: text above {@code \data\}, blank lines,
   * tabs or spaces, any line ends, {@code <UNK>}, {@code <space>} for a space, a missing backoff,
   * which is 1, a backoff of 1 in the highest order, highest orders without n-grams, and unigrams
   * without {@code <s>}. The n-grams of a section may come in any order. The context of an n-gram
   * need not be an n-gram of its own, and then has the backoff 1; nor need the n-gram without its
   * first word be one. N-grams after contexts with {@code <unk>}, with {@code </s>}, or with {@code
   * <s>} in another place than the first, as in {@code <s> <s> a}, are checked and left out, since
   * nothing can ask for them: an item starts with one {@code <s>}. A logarithm of -99 or less is
   * that of 0. Files hold few digits, so the sum of a row may be off by 1e-3; the row is then
   * divided by it. A single probability may be above 1 by as much, and is then 1. Time and memory
   * are in proportion to the file, whatever its header claims.
   *
   * @param source what error messages call the stream
   * @throws MalformedModelException if the file is not such a model, if a word is not a character,
   *     or if the probabilities after a context do not sum to 1
   * @throws IOException if the stream can't be read
   */
  public static Imported read(InputStream in, String source) throws IOException {
    return read(in, source, Unknown.SHARED_OUT);
  }

  /**
   * The same, with a choice about {@code <unk>}.
   *
   * @throws MalformedModelException as for {@link #read(InputStream, String)}
   * @throws IOException if the stream can't be read
   */
  public static Imported read(InputStream in, String source, Unknown unknown) throws IOException {
    return ArpaReader.read(in, source, unknown);
  }
}
