package dev.makemore.explorer.jdk.java.security;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * SHA-256, as FIPS 180-4 describes it: National Institute of Standards and Technology, "Secure Hash
 * Standard", 2015, section 6.2. It keeps the message until the end, which is a model file of at
 * most some megabytes.
 */
public final class MessageDigest {

  private static final int BLOCK = 64; // bytes
  private static final int ROUNDS = 64;

  /** The first 32 bits of the fractions of the cube roots of the first 64 primes. */
  private static final int[] CONSTANTS = new int[ROUNDS];

  /** The same of the square roots of the first 8 primes. */
  private static final int[] START = new int[8];

  static {
    int found = 0;
    for (int n = 2; found < ROUNDS; n++) {
      if (isPrime(n)) {
        if (found < START.length) {
          START[found] = fraction(n, 2);
        }
        CONSTANTS[found++] = fraction(n, 3);
      }
    }
  }

  private final ByteArrayOutputStream message = new ByteArrayOutputStream();

  private MessageDigest() {}

  /**
   * A digest of nothing yet.
   *
   * @throws NoSuchAlgorithmException unless {@code algorithm} is SHA-256
   */
  public static MessageDigest getInstance(String algorithm) throws NoSuchAlgorithmException {
    if (!algorithm.equals("SHA-256")) {
      throw new NoSuchAlgorithmException(algorithm);
    }
    return new MessageDigest();
  }

  private static boolean isPrime(int n) {
    for (int divisor = 2; divisor * divisor <= n; divisor++) {
      if (n % divisor == 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The first 32 bits of the fraction of the {@code degree}-th root of {@code n}: the largest x
   * with x^degree &lt;= n 2^(32 degree), found bit by bit, without its integer part.
   */
  private static int fraction(int n, int degree) {
    BigInteger bound = BigInteger.valueOf(n).shiftLeft(32 * degree);
    long root = 0;
    for (int bit = 36; bit >= 0; bit--) { // the roots are below 2^5
      long next = root | (1L << bit);
      if (BigInteger.valueOf(next).pow(degree).compareTo(bound) <= 0) {
        root = next;
      }
    }
    return (int) root;
  }

  /** Adds bytes to the message. */
  public void update(byte... bytes) {
    message.write(bytes, 0, bytes.length);
  }

  /** The 32 bytes of the digest of the whole message. */
  public byte[] digest() {
    byte[] padded = padded(message.toByteArray());
    int[] state = START.clone();
    for (int block = 0; block < padded.length; block += BLOCK) {
      compress(state, schedule(padded, block));
    }
    byte[] result = new byte[4 * state.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) (state[i / 4] >>> (24 - 8 * (i % 4)));
    }
    return result;
  }

  /** The message, a 1 bit, zeros, and the length in bits as 8 bytes, to whole blocks. */
  private static byte[] padded(byte... message) {
    int blocks = (message.length + 8) / BLOCK + 1;
    byte[] padded = Arrays.copyOf(message, blocks * BLOCK);
    padded[message.length] = (byte) 0x80;
    long bits = 8L * message.length;
    for (int i = 1; i <= 8; i++) {
      padded[padded.length - i] = (byte) bits;
      bits >>>= 8;
    }
    return padded;
  }

  private static int[] schedule(byte[] bytes, int start) {
    int[] words = new int[ROUNDS];
    for (int i = 0; i < BLOCK; i++) {
      words[i / 4] = (words[i / 4] << 8) | (bytes[start + i] & 0xFF);
    }
    for (int t = 16; t < ROUNDS; t++) {
      int x = words[t - 15];
      int y = words[t - 2];
      int sigma0 = Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ (x >>> 3);
      int sigma1 = Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ (y >>> 10);
      words[t] = sigma1 + words[t - 7] + sigma0 + words[t - 16];
    }
    return words;
  }

  private static void compress(int[] state, int[] words) {
    int[] v = state.clone(); // the standard's a to h
    for (int t = 0; t < ROUNDS; t++) {
      int e = v[4];
      int sum1 =
          Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
      int chosen = (e & v[5]) ^ (~e & v[6]);
      int first = v[7] + sum1 + chosen + CONSTANTS[t] + words[t];
      int a = v[0];
      int sum0 =
          Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
      int majority = (a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]);
      System.arraycopy(v, 0, v, 1, 7);
      v[4] += first;
      v[0] = first + sum0 + majority;
    }
    for (int i = 0; i < state.length; i++) {
      state[i] += v[i];
    }
  }
}
