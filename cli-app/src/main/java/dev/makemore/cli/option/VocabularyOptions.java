package dev.makemore.cli.option;

import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.text.TextForm;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which tokens a model has besides the characters of its text. */
final class VocabularyOptions extends OptionGroup {

  private final Argument<@Nullable Path> vocabulary =
      syntax.option(
          Path.class,
          "--vocabulary=FILE",
          "Hold the characters of this UTF-8 file possible as well, whether the text has them or"
              + " not.");

  private final Argument<Boolean> unknown =
      syntax.flag(
          "--unknown",
          "Let one more token, shown as U+FFFD, stand for all characters that the model does not"
              + " know. No name is made with it.");

  VocabularyOptions(Syntax syntax) {
    super(syntax, Heading.MODEL);
  }

  /** Refuses these options, where nothing is learned. */
  void refuse(String why) {
    vocabulary.refuse(why);
    unknown.refuse(why);
  }

  /** Whether standard input is read. */
  boolean readsStdin() {
    return Input.isStdin(vocabulary.get());
  }

  /**
   * How the vocabulary of a text becomes that of a model.
   *
   * @param form the form of the characters that are read
   * @param threads the number of threads that read them
   */
  UnaryOperator<Vocabulary> larger(TextForm form, int threads, Console console) {
    Path path = vocabulary.get();
    Vocabulary more =
        path == null ? Vocabulary.of() : Input.of(path, form, console).counts(threads).vocabulary();
    return own -> unknown.get() ? own.union(more).withUnknown() : own.union(more);
  }
}
