package dev.makemore.model.arpa;

import dev.makemore.model.arpa.BackoffModel.ListedGram;
import dev.makemore.model.index.Tuples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which n-grams the file of a model lists: those that the model lists, and one for each context.
 *
 * <p>In a file the backoff of a context of several words stands in the line of the n-gram that it
 * is. So a context that a model knows has to have such a line, even if the model does not list it
 * after the shorter context that it starts with. Then the line has the probability that the model
 * gives it by backing off, so that nothing changes. And each n-gram that is added is listed after a
 * context, which in turn needs a line.
 *
 * <p>For example, a model of order 4 that knows nothing but the context a b c needs the lines
 * {@code a b c}, with its backoff, and {@code a b}.
 */
final class ArpaListing {

  private static final Comparator<int[]> LEXICOGRAPHIC = Tuples::compare;

  private final BackoffModel model;
  private final List<List<int[]>> contexts; // by length, each in lexicographic order

  private ArpaListing(BackoffModel model, List<List<int[]>> contexts) {
    this.model = model;
    this.contexts = contexts;
  }

  static ArpaListing of(BackoffModel model) {
    List<List<int[]>> contexts = new ArrayList<>();
    for (int length = 0; length <= model.order(); length++) {
      contexts.add(new ArrayList<>());
    }
    model.forEachContext(context -> contexts.get(context.length).add(context));
    for (int length = model.order() - 1; length > 1; length--) {
      List<int[]> shorter = contexts.get(length - 1);
      int prefix = length - 1;
      contexts.get(length).forEach(context -> shorter.add(Arrays.copyOf(context, prefix)));
      shorter.sort(LEXICOGRAPHIC);
      contexts.set(length - 1, withoutDuplicates(shorter));
    }
    return new ArpaListing(model, contexts);
  }

  private static List<int[]> withoutDuplicates(List<int[]> sorted) {
    List<int[]> distinct = new ArrayList<>();
    for (int[] context : sorted) {
      if (distinct.isEmpty() || !Arrays.equals(context, distinct.get(distinct.size() - 1))) {
        distinct.add(context);
      }
    }
    return distinct;
  }

  /** The contexts of n-grams with {@code n} words, in lexicographic order of their tokens. */
  List<int[]> contexts(int n) {
    return n <= model.order() ? contexts.get(n - 1) : List.of();
  }

  /** The number of n-grams with {@code n} words, at least 2. */
  long count(int n) {
    if (n > model.order()) {
      return 0;
    }
    long added = contexts.get(n).stream().filter(ngram -> !isListed(ngram)).count();
    return model.ngrams(n) + added;
  }

  /** Whether the model itself lists an n-gram. */
  private boolean isListed(int... ngram) {
    int last = ngram.length - 1;
    int c = model.table().find(Arrays.copyOf(ngram, last), 0);
    return c > BackoffTable.ROOT && model.table().place(c, ngram[last]) >= 0;
  }

  /** What the file lists after a context, by ascending next token. */
  List<ListedGram> row(int... context) {
    List<ListedGram> listed = model.row(context);
    List<ListedGram> added = added(context);
    return added.isEmpty()
        ? listed
        : Stream.concat(listed.stream(), added.stream())
            .sorted(Comparator.comparingInt(ListedGram::next))
            .toList();
  }

  /** What it lists because it is a context, or the start of one, and the model does not list it. */
  private List<ListedGram> added(int... context) {
    List<ListedGram> added = new ArrayList<>();
    List<int[]> longer = contexts.get(context.length + 1);
    int place = -1 - Collections.binarySearch(longer, context, LEXICOGRAPHIC); // before longer ones
    for (; place < longer.size() && startsWith(longer.get(place), context); place++) {
      if (!isListed(longer.get(place))) {
        int next = longer.get(place)[context.length];
        added.add(new ListedGram(next, unlisted(next, context)));
      }
    }
    return added;
  }

  private static boolean startsWith(int[] ngram, int... context) {
    return Arrays.equals(ngram, 0, context.length, context, 0, context.length);
  }

  /** What the model says of a token that it does not list after a context. */
  private double unlisted(int next, int... context) {
    int below = model.table().longest(context, 1);
    return model.backoff(context) * model.rule().probability(below, next);
  }
}
