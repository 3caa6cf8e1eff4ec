package dev.makemore.ngram.level;

/**
 * What a kind of smoothing does with a count: how much of it an n-gram keeps, and how much its
 * context gives to the next shorter context for it.
 */
interface Rule {

  /** What the n-gram keeps. */
  double kept(long count);

  /** What the shorter context gets. */
  double given(long count);

  /** Witten-Bell smoothing: everything is kept, and 1 more is given for each different n-gram. */
  Rule WITTEN_BELL =
      new Rule() {
        @Override
        public double kept(long count) {
          return count;
        }

        @Override
        public double given(long count) {
          return 1;
        }
      };
}
