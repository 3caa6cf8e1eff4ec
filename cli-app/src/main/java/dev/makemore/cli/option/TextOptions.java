package dev.makemore.cli.option;

import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Converters;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.text.TextForm;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The form of text. A command brings all text that it reads into this form before it learns from
 * the text or scores it.
 */
public final class TextOptions extends OptionGroup {

  /** The two of Unicode's four forms that compose. */
  private static final List<String> FORMS = List.of("NFC", "NFKC");

  private final Argument<Boolean> lowercase =
      syntax.flag("--lowercase", "Convert all text to lower case first, by the rules of Unicode.");

  private final Argument<Normalizer.@Nullable Form> normalization =
      syntax.option(
          Normalizer.Form.class,
          OptionSpec.builder("--normalize")
              .paramLabel("FORM")
              .completionCandidates(FORMS)
              .converters(text -> Normalizer.Form.valueOf(Converters.oneOf(FORMS, text)))
              .description(
                  "Normalize all text first: ${COMPLETION-CANDIDATES}. NFC combines a letter and its"
                      + " accent into one character where Unicode has one; NFKC also replaces"
                      + " variants such as wide letters."));

  public TextOptions(Syntax syntax) {
    super(syntax, Heading.TEXT);
  }

  /** Refuses these options where there is no text. */
  public void refuse(String why) {
    lowercase.refuse(why);
    normalization.refuse(why);
  }

  public TextForm form() {
    TextForm form = lowercase.get() ? TextForm.asWritten().lowercase() : TextForm.asWritten();
    Normalizer.Form given = normalization.get();
    return given == null ? form : form.normalized(given);
  }
}
