package dev.makemore.cli.picture;

/**
 * The colors of a terminal, or no colors.
 *
 * <p>Some terminals have xterm's palette of 256 colors, and all that have colors have the first 8.
 * With these, only the accent and the bars are colored, in magenta, which can be read on a dark and
 * on a light background. Every colored piece of text ends with its own reset, so that no color
 * stays on when the program is interrupted. Without colors all text stays as it is.
 */
public final class Ink {

  private static final String ESCAPE = "\u001b[";
  private static final String RESET = ESCAPE + "0m";

  /** The colors of each kind of ink: of an accent in a text, and of the background of a bar. */
  private enum Palette {
    NONE("", ""),
    BASIC("35", "45"), // magenta
    EXTENDED("38;5;166", "48;5;208"); // a dark orange, and a light one

    private final String accent;
    private final String bar;

    Palette(String accent, String bar) {
      this.accent = accent;
      this.bar = bar;
    }
  }

  private final Palette palette;

  private Ink(Palette palette) {
    this.palette = palette;
  }

  /** Ink with 256 colors. */
  public static Ink colored() {
    return new Ink(Palette.EXTENDED);
  }

  /** Ink with the 8 colors that every terminal with colors has. */
  public static Ink basic() {
    return new Ink(Palette.BASIC);
  }

  /** Ink that leaves text without colors. */
  public static Ink plain() {
    return new Ink(Palette.NONE);
  }

  /** Whether this ink colors text. */
  public boolean isColored() {
    return palette != Palette.NONE;
  }

  /** Whether this ink has 256 colors, enough for shades. */
  public boolean hasShades() {
    return palette == Palette.EXTENDED;
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
    return paint(palette.accent, text);
  }

  /**
   * {@code text} on a background of color {@code color} of the palette, if this ink {@linkplain
   * #hasShades has it}.
   */
  public String on(int color, String text) {
    return hasShades() ? paint("48;5;" + color, text) : text;
  }

  /** A solid bar, {@code length} characters long. */
  public String bar(int length) {
    return isColored() ? paint(palette.bar, " ".repeat(length)) : "#".repeat(length);
  }

  private String paint(String code, String text) {
    return isColored() && !text.isEmpty() ? ESCAPE + code + "m" + text + RESET : text;
  }
}
