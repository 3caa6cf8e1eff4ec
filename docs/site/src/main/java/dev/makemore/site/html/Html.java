package dev.makemore.site.html;

/** How text is written in HTML. */
public final class Html {

  private Html() {}

  /** The text with the characters escaped that mean something in HTML, also inside of quotes. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
