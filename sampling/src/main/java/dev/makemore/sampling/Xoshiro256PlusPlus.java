package dev.makemore.sampling;

import java.util.random.RandomGenerator;

/**
 * A fast generator of 64-bit random numbers that gives the same numbers everywhere.
 *
 * <p>This is xoshiro256++ (Blackman and Vigna, "Scrambled linear pseudorandom number generators",
 * ACM TOMS 47(4), 2021). Its period is 2^256 - 1. SplitMix64 makes its first state from the seed
 * (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014), as the
 * authors of xoshiro advise.
 *
 * <p>Java 17 has this generator too, but in the module jdk.random, which a small runtime image
 * lacks. Not for cryptography. Not safe for use by several threads: give each its own stream.
 */
public final class Xoshiro256PlusPlus implements RandomGenerator {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L; // 2^64 / golden ratio, odd

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  private Xoshiro256PlusPlus(long s0, long s1, long s2, long s3) {
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.s3 = s3;
  }

  /** The generator of {@code seed}. Every seed is a good one. */
  public static Xoshiro256PlusPlus of(long seed) {
    // Four outputs of a bijection at distinct points: at most one is 0, so the state is never all
    // 0.
    return new Xoshiro256PlusPlus(
        splitMix64(seed, 1), splitMix64(seed, 2), splitMix64(seed, 3), splitMix64(seed, 4));
  }

  /**
   * One of the many generators of {@code seed}, which are unrelated to each other. They are for
   * work in numbered pieces that must give the same result in whatever order the pieces are done.
   */
  public static Xoshiro256PlusPlus of(long seed, long stream) {
    // Not symmetric, or stream a of seed b would be the same as stream b of seed a.
    return of(mix(mix(seed + GOLDEN_GAMMA) + stream));
  }

  /** The generator in a given state, such as that of a published test vector. */
  static Xoshiro256PlusPlus inState(long s0, long s1, long s2, long s3) {
    return new Xoshiro256PlusPlus(s0, s1, s2, s3);
  }

  /** Output number {@code n} of SplitMix64, counted from 1. */
  private static long splitMix64(long seed, int n) {
    return mix(seed + n * GOLDEN_GAMMA);
  }

  /** The output function of SplitMix64: a bijection in which every bit depends on every bit. */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  @Override
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long shifted = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /**
   * Puts the next {@code count} numbers into {@code numbers}, from {@code from} on: those that
   * {@code count} calls of {@link #nextLong} would give.
   */
  void fill(long[] numbers, int from, int count) {
    // Local variables stay in registers. Fields would be written to memory for each number.
    long a = s0;
    long b = s1;
    long c = s2;
    long d = s3;
    for (int i = 0; i < count; i++) {
      numbers[from + i] = Long.rotateLeft(a + d, 23) + a;
      long shifted = b << 17;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = Long.rotateLeft(d, 45);
    }
    s0 = a;
    s1 = b;
    s2 = c;
    s3 = d;
  }
}
