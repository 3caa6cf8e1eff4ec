package dev.makemore.autograd.nn;

import java.util.random.RandomGenerator;

/** A generator with the same numbers everywhere (G. Steele, D. Lea, C. Flood, OOPSLA 2014). */
final class SplitMix64 implements RandomGenerator {

  private long state;

  SplitMix64(long seed) {
    state = seed;
  }

  @Override
  public long nextLong() {
    long z = state += 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
