package dev.makemore.model.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Files of models with a right checksum, whatever else is wrong with them. */
public final class Sealed {

  private Sealed() {}

  /** The lines, each with its end, and the line with their checksum. */
  public static byte[] bytes(byte... lines) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(lines);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(lines);
      String last = "# sha256: " + HexFormat.of().formatHex(sum) + "\n";
      file.writeBytes(last.getBytes(StandardCharsets.US_ASCII));
      return file.toByteArray();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The same as text. */
  public static String text(String lines) {
    return new String(bytes(lines.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  /** The same, to be read. */
  public static InputStream file(String lines) {
    return new ByteArrayInputStream(bytes(lines.getBytes(StandardCharsets.UTF_8)));
  }
}
