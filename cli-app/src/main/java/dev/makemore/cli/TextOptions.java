package dev.makemore.cli;

import dev.makemore.model.TextForm;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * How text is changed before it is learnt from, scored or looked up. Every text of a command is.
 */
final class TextOptions {

  /** The two normalization forms that compose. */
  enum Normalization {
    NFC,
    NFKC
  }

  @Option(
      names = "--lowercase",
      description = "Turn all text into lower case first, by Unicode's rules.")
  private Boolean lowercase = false;

  @Option(
      names = "--normalize",
      paramLabel = "FORM",
      description =
          "Write what can be written in several ways in one way first: ${COMPLETION-CANDIDATES}."
              + " NFC composes letters and accents; NFKC also replaces variants such as wide"
              + " letters.")
  private @Nullable Normalization normalization;

  TextForm form() {
    TextForm form = lowercase ? TextForm.asWritten().lowercase() : TextForm.asWritten();
    return normalization == null
        ? form
        : form.normalized(Normalizer.Form.valueOf(normalization.name()));
  }
}
