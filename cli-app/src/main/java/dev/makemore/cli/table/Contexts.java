package dev.makemore.cli.table;

import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The contexts of a model, each as its tokens, oldest first. */
public final class Contexts {

  /** The largest number of contexts that a file lists. */
  private static final long MOST = 100_000;

  private Contexts() {}

  /**
   * All contexts that can come up: those of fewer characters first, which start an item, and then
   * by token. A model that looks at one token at most has a row for each token.
   *
   * @throws Failure if there are too many to be listed
   */
  public static Stream<List<Integer>> all(LanguageModel model) {
    int size = model.vocabulary().size();
    int length = Math.max(1, model.contextLength());
    if (length == 1) {
      return IntStream.range(0, size).mapToObj(List::of);
    }
    double contexts =
        IntStream.rangeClosed(0, length).mapToDouble(n -> Math.pow(size - 1.0, n)).sum();
    if (contexts > MOST) {
      throw new Failure(
          ExitCode.FAILURE,
          String.format(
              Locale.ROOT,
              "the model looks at %d characters, which makes %,.0f contexts, too many to list; show"
                  + " one of them with 'makemore show --context', or export an n-gram model with"
                  + " --format arpa",
              length,
              contexts));
    }
    return IntStream.rangeClosed(0, length)
        .boxed()
        .flatMap(n -> texts(n, size).map(text -> padded(text, length)));
  }

  /** All sequences of {@code length} tokens that are not the boundary. */
  private static Stream<List<Integer>> texts(int length, int size) {
    if (length == 0) {
      return Stream.of(List.of());
    }
    return texts(length - 1, size)
        .flatMap(
            text ->
                IntStream.range(1, size)
                    .mapToObj(last -> Stream.concat(text.stream(), Stream.of(last)).toList()));
  }

  /** The context that the start {@code text} of an item is, or its end if it is longer. */
  public static List<Integer> of(LanguageModel model, int... text) {
    return padded(IntStream.of(text).boxed().toList(), Math.max(1, model.contextLength()));
  }

  private static List<Integer> padded(List<Integer> text, int length) {
    int missing = Math.max(0, length - text.size());
    return Stream.concat(
            Collections.nCopies(missing, Vocabulary.BOUNDARY).stream(),
            text.stream().skip(Math.max(0, text.size() - length)))
        .toList();
  }
}
