package dev.makemore.explorer.jdk.java.util;

/** Bytes as lower-case hexadecimal digits. */
public final class HexFormat {

  private static final HexFormat LOWER_CASE = new HexFormat();

  private HexFormat() {}

  /** The one format. */
  public static HexFormat of() {
    return LOWER_CASE;
  }

  /** Two digits for each byte. */
  public String formatHex(byte... bytes) {
    StringBuilder digits = new StringBuilder(2 * bytes.length);
    for (byte b : bytes) {
      digits.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return digits.toString();
  }
}
