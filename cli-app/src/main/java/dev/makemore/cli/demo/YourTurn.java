package dev.makemore.cli.demo;

import java.util.List;

/** What to try next. */
record YourTurn() implements Chapter {

  /** Commands that work as they stand. */
  static final List<String> COMMANDS =
      List.of(
          "makemore generate --seed " + Demo.SEED,
          "makemore generate -n 20 --unique --new --max-length 8",
          "makemore generate --prefix em --temperature 0.6",
          "makemore evaluate --smoothing 1",
          "makemore generate --help");

  @Override
  public String title() {
    return "Your turn";
  }

  @Override
  public void tell(Page page) {
    page.show(COMMANDS);
    page.say(
        """
        The first makes the names of chapter 4 again. With -i FILE it learns from any text of \
        yours, one item a line. After a build the command is \
        cli-app/target/makemore/bin/makemore, and a link to it from a folder on your PATH is \
        enough to call it by its name.""");
  }
}
