package dev.makemore.cli.demo;

import java.util.List;

/** What to try next. */
record YourTurn() {

  /** Commands that work as they are written. */
  static final List<String> COMMANDS =
      List.of(
          "makemore generate --seed " + Demo.SEED,
          "makemore generate -n 20 --unique --new --max-length 8",
          "makemore generate --prefix em --temperature 0.6",
          "makemore generate --order 5",
          "makemore evaluate --order 5 --holdout 0.1",
          "makemore generate --help");

  void tell(Page page) {
    page.show(COMMANDS);
    page.say(
        """
        The first command makes the names of chapter 4 again. --order 5 looks at four letters \
        instead of one. With -i FILE a command learns from \
        your own text, one item per line. After a build, makemore is \
        cli-app/target/makemore/bin/makemore; to call it by its name alone, add a link to it in a \
        folder on your PATH.""");
  }
}
