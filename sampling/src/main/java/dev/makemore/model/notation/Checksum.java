package dev.makemore.model.notation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksum in the last line of a model file: the SHA-256 of all lines before it, which {@code
 * head -n -1 FILE | sha256sum} also prints.
 */
public final class Checksum {

  /** The key of the line. */
  public static final String KEY = "sha256";

  /** What the line starts with. */
  public static final String PREFIX = "# " + KEY + ": ";

  private final MessageDigest digest;

  /** Of nothing yet. */
  public Checksum() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** Adds bytes of the lines before the last. */
  public void add(byte... bytes) {
    digest.update(bytes);
  }

  /** The checksum of everything that was added, in hexadecimal digits. To be called once. */
  public String hexadecimal() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
