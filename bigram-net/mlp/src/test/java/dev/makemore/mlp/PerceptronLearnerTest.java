package dev.makemore.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Corpus;
import dev.makemore.model.contract.Sealed;
import dev.makemore.model.io.ModelFile;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.Learners;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import dev.makemore.model.learn.UnusableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerceptronLearnerTest {

  @TempDir private Path folder;

  private final Learner learner = Learners.named("mlp"); // the service is found

  private static <T> LearnerSettings with(
      LearnerSettings settings, LearnerOption<T> option, Object value) {
    return settings.with(option, option.type().cast(value));
  }

  private LearnerSettings settings(Object... namesAndValues) {
    LearnerSettings settings = LearnerSettings.defaults();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object name = namesAndValues[i];
      LearnerOption<?> option =
          learner.options().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
      settings = with(settings, option, namesAndValues[i + 1]);
    }
    return settings;
  }

  private PerceptronModel learned(LearningListener listener, Object... namesAndValues) {
    return (PerceptronModel)
        learner.learn(TrainingText.of(Perceptrons.NAMES), settings(namesAndValues), listener);
  }

  @Test
  void withoutAChoiceItIsThePerceptronOfTheTrainer() {
    PerceptronModel model = learned(LearningListener.none(), "steps", 2);
    assertThat(model.training().settings()).isEqualTo(Settings.DEFAULT.withSteps(2));
    assertThat(model.contextLength()).isEqualTo(3);
    assertThat(model.parameters())
        .isEqualTo(
            PerceptronTrainer.create().withSteps(2).train(Perceptrons.names(3)).parameters());
  }

  @Test
  void everythingCanBeChosen() {
    PerceptronModel model =
        learned(
            LearningListener.none(),
            "context",
            15,
            "embedding",
            2,
            "hidden",
            4,
            "steps",
            3,
            "batch-size",
            5,
            "learning-rate",
            0.5,
            "seed",
            9L,
            "threads",
            2);
    assertThat(model.shape()).isEqualTo(new Shape(15, 15, 2, 4));
    assertThat(model.training().settings()).isEqualTo(new Settings(2, 4, 3, 5, 0.5, 9));
  }

  @Test
  void aStoppedTrainingIsResumedFromItsFile() throws IOException {
    Path file = folder.resolve("part.model");
    int[] told = {0};
    Object[] choices = {"context", 2, "embedding", 2, "hidden", 4, "steps", 20, "seed", 9L};
    ModelFile.save(learned(share -> told[0]++ < 7, choices), file);
    PerceptronModel resumed = learned(LearningListener.none(), "resume", file);
    assertThat(resumed.parameters())
        .isEqualTo(learned(LearningListener.none(), choices).parameters());
    PerceptronModel longer = learned(LearningListener.none(), "resume", file, "steps", 30);
    assertThat(longer.steps()).isEqualTo(30);
    assertThat(longer.shape()).isEqualTo(resumed.shape());
  }

  @Test
  void whatCanNotBeResumedIsRefused() throws IOException {
    Path file = folder.resolve("none.model");
    assertThatThrownBy(() -> learned(LearningListener.none(), "resume", file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessage("can't resume " + file + ": there is no such file")
        .hasCauseInstanceOf(NoSuchFileException.class);
    Files.writeString(file, "emma\n");
    assertThatThrownBy(() -> learned(LearningListener.none(), "resume", file))
        .isInstanceOf(UnusableFileException.class)
        .hasNoCause()
        .hasMessageStartingWith("can't resume " + file + ":1: this is not a makemore model");
    assertThatThrownBy(() -> learner.check(settings("resume", file, "hidden", 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("leave 'hidden' out: the model that 'resume' names has its own");
    learner.check(settings("resume", file, "steps", 4));
  }

  private void assertCanNotResume(Path file, String why) {
    assertThatThrownBy(() -> learned(LearningListener.none(), "resume", file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessage("can't resume " + file + ": " + why);
  }

  @Test
  void aModelOfAnotherTextIsNotResumed() throws IOException {
    Path file = folder.resolve("names.model");
    ModelFile.save(learned(LearningListener.none(), "hidden", 4, "steps", 2), file);
    TrainingText other = TrainingText.of(Corpus.of(List.of("emma")));
    LearnerSettings resume = settings("resume", file, "steps", 3);
    assertThatThrownBy(() -> learner.learn(other, resume, LearningListener.none()))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageStartingWith(
            "can't resume " + file + ": the model was trained on another text: over other");
  }

  @Test
  void whatIsNoFileIsNotResumed() {
    assertCanNotResume(folder, "it is a directory, not a file");
    assertThatThrownBy(() -> learner.check(settings("resume", Path.of("-"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'resume' must be a file, and - is standard input; the file of that name is ./-");
    learner.check(settings("resume", Path.of("./-")));
  }

  @Test
  void aModelOfAnotherKindIsNotResumed() throws IOException {
    Path file = folder.resolve("other.model");
    String backoff =
        """
        # makemore model 1
        # kind: backoff
        # module: dev.makemore.sampling
        # characters: a
        # order: 1
        context\tnext\tprobability
        \t.\t0.5
        \ta\t0.5
        """;
    write(file, backoff);
    assertCanNotResume(
        file, "it holds a model of kind backoff, and only one of kind mlp can be resumed");
    String text =
        """
        # makemore model 1
        # kind: gpt
        # module: org.example.gpt
        # characters: a
        parameter\tindex\tvalue
        """;
    write(file, text);
    assertCanNotResume(
        file, "it holds a model of kind gpt, and only one of kind mlp can be resumed");
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, Sealed.text(text));
  }

  @Test
  void aWrongValueIsNamed() {
    assertThatThrownBy(() -> settings("context", 16))
        .hasMessage("context must be from 1 to 15, was 16");
    assertThatThrownBy(() -> settings("embedding", 0))
        .hasMessage("embedding must be from 1 to 1000, was 0");
    assertThatThrownBy(() -> settings("hidden", 0))
        .hasMessage("hidden must be from 1 to 100000, was 0");
    assertThatThrownBy(() -> settings("steps", -1)).hasMessage("steps must be >= 0, was -1");
    assertThatThrownBy(() -> settings("batch-size", 5000))
        .hasMessage("batch-size must be from 1 to 4096, was 5000");
    assertThatThrownBy(() -> settings("learning-rate", 0.0))
        .hasMessage("learning-rate must be above 0 and at most 1, was 0.0");
    assertThatThrownBy(() -> settings("learning-rate", 1.5))
        .hasMessage("learning-rate must be above 0 and at most 1, was 1.5");
    assertThatThrownBy(() -> settings("threads", 0))
        .hasMessage("threads must be at least 1, was 0");
  }
}
