package dev.makemore.cli.picture;

/**
 * The colors of a terminal, or no colors.
 *
 * <p>The colors are those of xterm's palette of 256. Every colored piece of text ends with its own
 * reset, so that no color stays on when the program is interrupted. Without colors all text stays
 * as it is.
 */
public final class Ink {

  private static final String ESCAPE = "\u001b[";
  private static final String RESET = ESCAPE + "0m";
  private static final int ACCENT = 208; // orange

  private final boolean colored;

  private Ink(boolean colored) {
    this.colored = colored;
  }

  /** Ink that colors text. */
  public static Ink colored() {
    return new Ink(true);
  }

  /** Ink that leaves text without colors. */
  public static Ink plain() {
    return new Ink(false);
  }

  /** Whether this ink colors text. */
  public boolean isColored() {
    return colored;
  }

  /** Text in bold, for a title. */
  public String bold(String text) {
    return paint("1", text);
  }

  /** Text that is fainter than the rest, for a remark. */
  public String faint(String text) {
    return paint("2", text);
  }

  /** Text in the accent color, to draw attention. */
  public String accent(String text) {
    return paint("38;5;" + ACCENT, text);
  }

  /** {@code text} on a background of color {@code color} of the palette. */
  public String on(int color, String text) {
    return paint("48;5;" + color, text);
  }

  /** A solid bar, {@code length} characters long. */
  public String bar(int length) {
    return colored ? on(ACCENT, " ".repeat(length)) : "#".repeat(length);
  }

  private String paint(String code, String text) {
    return colored && !text.isEmpty() ? ESCAPE + code + "m" + text + RESET : text;
  }
}
