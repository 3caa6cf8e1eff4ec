package dev.makemore.model.contract;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Files of models with a right checksum, whatever else is wrong with them. */
public final class Sealed {

  private Sealed() {}

  /** The lines, each with its end, and the line with their checksum. */
  public static String text(String lines) {
    try {
      byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
      return lines + "# sha256: " + HexFormat.of().formatHex(sum) + "\n";
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The same, to be read. */
  public static InputStream file(String lines) {
    return new ByteArrayInputStream(text(lines).getBytes(StandardCharsets.UTF_8));
  }
}
