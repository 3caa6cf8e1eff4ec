package dev.makemore.cli.picture;

/**
 * Colours of a terminal, or none.
 *
 * <p>Colours are those of the 256-colour palette of xterm. Every coloured piece ends with a reset
 * of its own, so that nothing runs on when the program is interrupted. Without colours all text
 * stays as it is.
 */
public final class Ink {

  private static final String ESCAPE = "\u001b[";
  private static final String RESET = ESCAPE + "0m";
  private static final int ACCENT = 208; // orange

  private final boolean colored;

  private Ink(boolean colored) {
    this.colored = colored;
  }

  /** With colours. */
  public static Ink colored() {
    return new Ink(true);
  }

  /** Without. */
  public static Ink plain() {
    return new Ink(false);
  }

  /** Whether there are colours. */
  public boolean isColored() {
    return colored;
  }

  /** A title. */
  public String bold(String text) {
    return paint("1", text);
  }

  /** Something said in passing. */
  public String faint(String text) {
    return paint("2", text);
  }

  /** Something to look at. */
  public String accent(String text) {
    return paint("38;5;" + ACCENT, text);
  }

  /** {@code text} on a background of palette colour {@code color}. */
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
