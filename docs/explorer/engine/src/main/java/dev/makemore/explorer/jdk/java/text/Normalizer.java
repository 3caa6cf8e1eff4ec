package dev.makemore.explorer.jdk.java.text;

import org.teavm.jso.JSBody;

/** Unicode's normalization forms, as the browser has them. */
public final class Normalizer {

  /** A normalization form. */
  public enum Form {
    NFD,
    NFC,
    NFKD,
    NFKC
  }

  private Normalizer() {}

  /** The text in a normalization form. */
  public static String normalize(CharSequence text, Form form) {
    return normalize(text.toString(), form.name());
  }

  /** Whether the text is in a normalization form already. */
  public static boolean isNormalized(CharSequence text, Form form) {
    return normalize(text, form).contentEquals(text);
  }

  @JSBody(
      params = {"text", "form"},
      script = "return text.normalize(form);")
  private static native String normalize(String text, String form);
}
