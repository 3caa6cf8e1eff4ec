package dev.makemore.cli.option;

import dev.makemore.model.text.TextForm;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/**
 * How text is changed before it is learnt from, scored or looked up. Every text of a command is.
 */
public final class TextOptions extends OptionGroup {

  /** The two normalization forms that compose. */
  enum Normalization {
    NFC,
    NFKC
  }

  private final Argument<Boolean> lowercase =
      arguments.flag(
          OptionSpec.builder("--lowercase")
              .description("Turn all text into lower case first, by Unicode's rules."));

  private final Argument<@Nullable Normalization> normalization =
      arguments.option(
          Normalization.class,
          OptionSpec.builder("--normalize")
              .paramLabel("FORM")
              .description(
                  "Write what can be written in several ways in one way first:"
                      + " ${COMPLETION-CANDIDATES}. NFC composes letters and accents; NFKC also"
                      + " replaces variants such as wide letters."));

  public TextOptions(Arguments arguments) {
    super(arguments);
  }

  public TextForm form() {
    TextForm form = TextForm.asWritten();
    if (lowercase.get()) {
      form = form.lowercase();
    }
    Normalization given = normalization.get();
    return given == null ? form : form.normalized(Normalizer.Form.valueOf(given.name()));
  }
}
