package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.makemore.cli.io.Failure;
import dev.makemore.cli.learning.LearnerOptions;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import dev.makemore.model.learn.UnusableFileException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options of several learners, as options of one command. */
class LearnerOptionsTest {

  private static final LearnerOption<Integer> ORDER =
      LearnerOption.wholeNumber("order", 5, "Look at N - 1 characters.")
          .require("must be from 1 to 16", n -> n >= 1 && n <= 16);

  private record Named(String name, List<LearnerOption<?>> options) implements Learner {
    @Override
    public String summary() {
      return "does " + name;
    }

    @Override
    public LanguageModel learn(
        TrainingText text, LearnerSettings settings, LearningListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  private static final Learner NGRAM =
      new Named("ngram", List.of(ORDER, LearnerOption.choice("method", "How.", "fast", "slow")));
  private static final Learner OTHER =
      new Named("other", List.of(LearnerOption.flag("deep", "Go deep."), ORDER));

  private final CommandSpec command = CommandSpec.create();

  private LearnerOptions parsed(String... arguments) {
    LearnerOptions options = new LearnerOptions(new Syntax(command), List.of(NGRAM, OTHER));
    options.declare();
    new CommandLine(command).parseArgs(arguments);
    return options;
  }

  @Test
  void anOrderAloneMeansNgrams() {
    assertThat(parsed("--order", "3").implied()).contains(NGRAM);
  }

  @Test
  void aMethodAloneMeansNgrams() {
    assertThat(parsed("--method", "slow").implied()).contains(NGRAM);
  }

  @Test
  void otherOptionsChooseNothing() {
    assertThat(parsed("--deep").implied()).isEmpty();
  }

  @Test
  void withoutALearnerOfThatNameAnOrderChoosesNothing() {
    LearnerOptions options = new LearnerOptions(new Syntax(command), List.of(OTHER));
    options.declare();
    new CommandLine(command).parseArgs("--order", "3");
    assertThat(options.implied()).isEmpty();
  }

  @Test
  void anOptionThatTwoLearnersHaveIsDeclaredOnce() {
    LearnerOptions options = parsed("--order", "3");
    options.refuseOthers(Optional.of(OTHER));
    assertThat(options.settings(OTHER, LearnerSettings.defaults()).get(ORDER)).isEqualTo(3);
    assertThat(options.settings(NGRAM, LearnerSettings.defaults()).get(ORDER)).isEqualTo(3);
    OptionSpec order = command.findOption("--order");
    assertThat(order.description())
        .containsExactly(
            "Look at N - 1 characters. If it is given, --model need not be. Default: 5.");
    assertThat(order.descriptionKey()).isEqualTo("With --model ngram or other");
  }

  @Test
  void anOptionThatTwoLearnersExplainDifferentlyHasBothTexts() {
    Learner third = new Named("third", List.of(LearnerOption.wholeNumber("order", 2, "Mind N.")));
    new LearnerOptions(new Syntax(command), List.of(NGRAM, third)).declare();
    assertThat(command.findOption("--order").description())
        .containsExactly(
            "With ngram: Look at N - 1 characters. If it is given, --model need not be. Default:"
                + " 5.",
            "With third: Mind N. If it is given, --model need not be. Default: 2.");
  }

  @Test
  void anOptionWithAFileIsAPath() {
    LearnerOption<Path> from = LearnerOption.file("from", "Start from this file.");
    Learner learner = new Named("own", List.of(from));
    LearnerOptions options = new LearnerOptions(new Syntax(command), List.of(learner));
    options.declare();
    new CommandLine(command).parseArgs("--from", "a/b");
    assertThat(command.findOption("--from").paramLabel()).isEqualTo("FILE");
    assertThat(options.settings(learner, LearnerSettings.defaults()).find(from))
        .contains(Path.of("a/b"));
    assertThat(LearnerSettings.defaults().find(from)).isEmpty();
  }

  private void settingsFailBy(RuntimeException thrown) {
    LearnerOption<Path> from = LearnerOption.file("from", "Start from this file.");
    Learner learner =
        new Learner() {
          @Override
          public String name() {
            return "own";
          }

          @Override
          public String summary() {
            return "checks";
          }

          @Override
          public List<LearnerOption<?>> options() {
            return List.of(from);
          }

          @Override
          public void check(LearnerSettings settings) {
            throw thrown;
          }

          @Override
          public LanguageModel learn(
              TrainingText text, LearnerSettings settings, LearningListener listener) {
            throw new UnsupportedOperationException();
          }
        };
    LearnerOptions options = new LearnerOptions(new Syntax(command), List.of(learner));
    options.declare();
    new CommandLine(command).parseArgs();
    options.settings(learner, LearnerSettings.defaults());
  }

  @Test
  void settingsThatALearnerRefusesAreAMistakeOfUsage() {
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> settingsFailBy(new IllegalArgumentException("choose 'from'")))
        .withMessage("--model own: choose --from");
  }

  @Test
  void aFileThatALearnerRefusesBeforeItLearnsIsLikeAnyOtherInput() {
    IOException missing = new NoSuchFileException("f");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> settingsFailBy(new UnusableFileException("f, which is 'from'", missing)))
        .withMessage("f, which is --from");
  }

  @Test
  void anOptionThatTheCommandHasIsTheCommands() {
    new Syntax(command).flag("--deep", "The command's own.");
    LearnerOptions options = parsed("--deep");
    options.refuseOthers(Optional.of(NGRAM));
    LearnerSettings settings = options.settings(OTHER, LearnerSettings.defaults());
    assertThat(LearnerOptions.words(OTHER, settings)).isEmpty();
  }

  @Test
  void theSettingsAreToldInTheOrderOfTheOptions() {
    LearnerOptions options = parsed("--deep", "--order", "3");
    LearnerSettings settings = options.settings(OTHER, LearnerSettings.defaults());
    assertThat(LearnerOptions.words(OTHER, settings)).isEqualTo(", deep, order 3");
  }
}
