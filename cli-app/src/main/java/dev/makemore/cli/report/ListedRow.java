package dev.makemore.cli.report;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import java.util.List;

/**
 * What follows a context, as a file lists it: some tokens with a probability each, and one
 * probability for all others. A count model lists the tokens that were seen. A {@link Distribution}
 * may hold the others one by one, where that makes it faster; a file never does.
 */
record ListedRow(Distribution row, List<Integer> tokens, double other) {

  /** The row of {@code context}; {@code other} is 0 if all tokens are listed. */
  static ListedRow of(LanguageModel model, List<Integer> context) {
    Distribution row = model.next(context.stream().mapToInt(Integer::intValue).toArray());
    if (!(model instanceof CountModel count)) {
      return of(row, row.listed().boxed().toList(), row.rest());
    }
    List<Integer> seen =
        count.counts().row(context.get(0)).stream().map(BigramCounts.Bigram::next).toList();
    return of(row, seen, count.unseen(context.get(0)));
  }

  private static ListedRow of(Distribution row, List<Integer> tokens, double other) {
    return new ListedRow(row, tokens, tokens.size() < row.size() ? other : 0);
  }
}
