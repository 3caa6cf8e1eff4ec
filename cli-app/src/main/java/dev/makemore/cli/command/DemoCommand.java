package dev.makemore.cli.command;

import dev.makemore.cli.demo.Demo;
import dev.makemore.cli.demo.Page;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Keyboard;
import dev.makemore.cli.io.Terminal;
import dev.makemore.cli.option.ColorOption;
import dev.makemore.cli.picture.Ink;
import dev.makemore.cli.syntax.Argument;
import java.util.Optional;

/** {@code makemore demo}: tells the whole lesson as a story. */
public final class DemoCommand extends BaseCommand {

  private final Argument<Boolean> noPause =
      syntax.flag("--no-pause", "Do not wait for a key between two chapters.");

  private final ColorOption color;

  public DemoCommand(Console console, ColorOption color) {
    super(
        console,
        "Tells the story of how a language model learns names, by counting and by training a neural"
            + " net, and how it makes more of them. On a terminal it waits for a key after each"
            + " chapter; q ends it.");
    summary("tell how a model learns names, as a story");
    examples("makemore demo", "makemore demo --no-pause");
    this.color = color;
  }

  @Override
  protected ExitCode run() {
    Demo demo = new Demo(Input.embedded().corpus());
    Terminal terminal = console.terminal();
    Ink ink = color.ink(console);
    if (!terminal.stdout() || Terminal.isDumb(System.getenv())) {
      demo.tell(Page.of(console.out(), ink), page -> true);
      return ExitCode.OK;
    }
    Page page = Page.onTerminal(console.out(), ink, Terminal.columns(System.getenv()));
    if (noPause.get() || !terminal.stdin()) {
      demo.tell(page, reading -> true);
      return ExitCode.OK;
    }
    try (Keyboard keyboard = Keyboard.of(console.in())) {
      demo.tell(page, reading -> waitForKey(reading, keyboard));
    }
    return ExitCode.OK;
  }

  /** Whether the key that is pressed is not {@code q}. */
  private static boolean waitForKey(Page page, Keyboard keyboard) {
    page.redraw("any key goes on, q ends");
    Optional<Character> key = keyboard.read();
    page.endLine();
    return key.filter(c -> c != 'q' && c != 'Q').isPresent();
  }
}
