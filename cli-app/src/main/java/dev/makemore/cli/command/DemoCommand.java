package dev.makemore.cli.command;

import dev.makemore.cli.demo.Demo;
import dev.makemore.cli.demo.Page;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Input;
import dev.makemore.cli.io.Terminal;
import dev.makemore.cli.picture.Ink;
import java.util.function.Supplier;

/** {@code makemore demo}: the whole lesson as a story. */
public final class DemoCommand extends BaseCommand {

  private final Console console;
  private final Supplier<Ink> ink;

  public DemoCommand(Console console, Supplier<Ink> ink) {
    super(
        "Tells in a few seconds how a language model learns names, by counting and by training a"
            + " neural net, and makes more of them.");
    this.console = console;
    this.ink = ink;
  }

  @Override
  public Integer call() {
    boolean live = console.terminal().stdout() && !Terminal.isDumb(System.getenv());
    Page page = new Page(console.out(), ink.get(), live);
    new Demo(Input.embedded().corpus()).tell(page);
    return ExitCode.OK.number();
  }
}
