package dev.makemore.model.io;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The last line of a file: the SHA-256 of all the lines before it, as {@code head -n -1 FILE |
 * sha256sum} prints it.
 */
final class Checksum {

  static final String KEY = "sha256";

  static final String PREFIX = "# " + KEY + ": ";

  private Checksum() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
