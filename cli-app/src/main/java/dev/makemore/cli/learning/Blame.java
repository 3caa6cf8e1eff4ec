package dev.makemore.cli.learning;

import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.UnusableFileException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** Says who is to blame when a learner throws: the text and the settings, or its author. */
final class Blame {

  private Blame() {}

  /**
   * Returns the result of {@code use}, which calls {@code learner}.
   *
   * @param typed makes of a message of the learner one that names options as they are typed
   * @throws Failure if a learner can't use a file or something else, or one from outside throws
   *     anything. What else makemore's own learners throw is left as it is
   */
  static <T> T on(Learner learner, UnaryOperator<String> typed, Supplier<T> use) {
    try {
      return Objects.requireNonNull(use.get(), "it returned null");
    } catch (Failure | ParameterException | OutOfMemoryError e) {
      throw e; // not the learner's
    } catch (UnusableFileException e) {
      throw new Failure(exitCode(e.getCause()), typed.apply(reason(e)));
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.FAILURE,
          "the learner " + learner.name() + " can't learn that: " + typed.apply(reason(e)));
    } catch (RuntimeException | Error e) {
      if (LearnerOptions.isForeign(learner)) {
        throw failed(learner.name(), e);
      }
      throw e;
    }
  }

  /** The exit code for a file that can't be used, as of any other input. */
  private static ExitCode exitCode(@Nullable Throwable cause) {
    if (cause == null) {
      return ExitCode.BAD_DATA;
    }
    return cause instanceof FileSystemException ? ExitCode.NO_INPUT : ExitCode.IO_ERROR;
  }

  private static Failure failed(String name, Throwable problem) {
    return new Failure(ExitCode.FAILURE, "the learner " + name + " failed: " + problem)
        .causedBy(problem);
  }

  /** The message of an exception, or the name of its class if it has none. */
  static String reason(Throwable problem) {
    String message = problem.getMessage();
    return message == null ? problem.toString() : message;
  }
}
