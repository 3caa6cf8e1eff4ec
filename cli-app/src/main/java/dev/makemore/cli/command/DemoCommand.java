package dev.makemore.cli.command;

import dev.makemore.cli.demo.Demo;
import dev.makemore.cli.demo.Page;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Terminal;
import dev.makemore.cli.option.ColorOption;

/** {@code makemore demo}: tells the whole lesson as a story. */
public final class DemoCommand extends BaseCommand {

  private final ColorOption color;

  public DemoCommand(Console console, ColorOption color) {
    super(
        console,
        "Tells the story of how a language model learns names, by counting and by training a neural"
            + " net, and how it makes more of them. Takes a few seconds.");
    this.color = color;
  }

  @Override
  protected ExitCode run() {
    boolean live = console.terminal().stdout() && !Terminal.isDumb(System.getenv());
    Page page = new Page(console.out(), color.ink(console), live);
    new Demo(Input.embedded().corpus()).tell(page);
    return ExitCode.OK;
  }
}
