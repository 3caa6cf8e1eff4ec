package dev.makemore.model.io;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksum in the last line of a file: the SHA-256 of all lines before it, which {@code head -n
 * -1 FILE | sha256sum} also prints.
 */
final class Checksum {

  static final String KEY = "sha256";

  static final String PREFIX = "# " + KEY + ": ";

  private final MessageDigest digest;

  Checksum() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** Adds bytes of the lines before the last. */
  void add(byte... bytes) {
    digest.update(bytes);
  }

  /** The checksum of everything that was added, in hexadecimal digits. To be called once. */
  String hexadecimal() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
