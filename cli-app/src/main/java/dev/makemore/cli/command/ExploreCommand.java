package dev.makemore.cli.command;

import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.option.Argument;
import dev.makemore.cli.option.Converters;
import dev.makemore.cli.option.SaveOptions;
import dev.makemore.cli.option.TextOptions;
import dev.makemore.explorer.ExplorerPage;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** {@code makemore explore}: writes the page in which makemore runs in a browser. */
public final class ExploreCommand extends BaseCommand {

  private final Argument<@Nullable Path> input =
      syntax.option(
          Path.class,
          "-i, --input=FILE",
          "Put this UTF-8 file into the page, one item a line; - is standard input. Default: the"
              + " built-in names.");

  private final Argument<@Nullable Path> saved =
      syntax.option(
          Path.class,
          "-m, --load=MODEL",
          "Put this saved model into the page instead of a list; - is standard input.");

  private final TextOptions textOptions = new TextOptions(syntax);

  private final Argument<Path> output =
      syntax.optionWithDefault(
          Path.class,
          Path.of("makemore.html"),
          OptionSpec.builder("-o", "--output")
              .paramLabel("FILE")
              .converters(Converters::pathToWrite)
              .description(
                  "Write the page to this file; - is standard output. If anything fails, the file"
                      + " stays as it was. Default: ${DEFAULT-VALUE}."));

  private final Argument<Boolean> force =
      syntax.flag(
          "--force",
          "Replace an existing file even if it is not a page of makemore, or is write-protected.");

  public ExploreCommand(Console console) {
    super(
        console,
        "Writes a page for a web browser that shows how a list becomes a table and new names, by"
            + " counting and by training. It is one file, which needs no network.");
    examples(
        "makemore explore",
        "makemore explore -i words.txt -o words.html",
        "makemore explore -m words.model -o model.html");
  }

  @Override
  protected ExitCode run() {
    check();
    ExplorerPage page =
        ExplorerPage.load()
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.FAILURE,
                        "makemore was built without the page; build it with 'mvn package'"));
    OutputFile file =
        new OutputFile(output.get(), OutputFile.Kind.EXPLORER_PAGE, force.get(), console);
    file.check();
    byte[] html = filled(page).html().getBytes(StandardCharsets.UTF_8);
    file.write(out -> out.write(html));
    if (file.isRegular()) {
      console.message("open it in a browser: %s", output.get().toUri());
    }
    return ExitCode.OK;
  }

  private void check() {
    syntax.refuseIf(
        input.isGiven() && saved.isGiven(), "-i and -m exclude each other; give only one");
    if (saved.isGiven()) {
      textOptions.refuse("is for a list, and -m names a model");
    }
    SaveOptions.requireName(output);
  }

  private ExplorerPage filled(ExplorerPage page) {
    Path model = saved.get();
    Path list = input.get();
    if (model != null) {
      return withModel(page, Input.ofModel(model, console), model);
    } else if (list != null) {
      return withList(page, Input.of(list, textOptions.form(), console), list);
    }
    return page;
  }

  private static ExplorerPage withList(ExplorerPage page, Input list, Path path) {
    Failure tooLarge =
        tooLarge(
            list,
            "learn a model from it with 'makemore train', and put that into the page with -m");
    String text = lines(upTo(ExplorerPage.MOST_BYTES, list, tooLarge).corpus().list());
    return checked(() -> page.withList(title(path, "list.txt"), text), tooLarge);
  }

  private static ExplorerPage withModel(ExplorerPage page, Input saved, Path path) {
    Failure tooLarge = tooLarge(saved, "see it with 'makemore show'");
    LanguageModel model = upTo(ExplorerPage.MOST_BYTES, saved, tooLarge).model();
    if (model.contextLength() > 1) {
      throw new Failure(
          ExitCode.FAILURE,
          saved.name()
              + ": looks at "
              + model.contextLength()
              + " characters; the page shows models that look at one");
    }
    return checked(() -> page.withModel(title(path, "saved.model"), text(model)), tooLarge);
  }

  private static Failure tooLarge(Input input, String whatElse) {
    return new Failure(
        ExitCode.FAILURE,
        input.name() + ": is larger than 4 MB, which is the most that the page takes; " + whatElse);
  }

  /** The page that {@code filled} makes, unless its text has become longer by its form. */
  private static ExplorerPage checked(Supplier<ExplorerPage> filled, Failure tooLarge) {
    try {
      return filled.get();
    } catch (IllegalArgumentException e) {
      throw tooLarge;
    }
  }

  /**
   * The same input, whose reading ends with {@code tooLarge} after more than {@code most} bytes.
   */
  private static Input upTo(long most, Input input, Failure tooLarge) {
    return input.through(
        in ->
            new FilterInputStream(in) {
              private long left = most;

              @Override
              public int read(byte[] target, int start, int length) throws IOException {
                int read = in.read(target, start, length);
                left -= Math.max(read, 0);
                if (left < 0) {
                  throw tooLarge;
                }
                return read;
              }
            });
  }

  /**
   * What the page calls an input: not the folder, since the page may be given away. The commands
   * that the page shows need the name of a file, so standard input gets one.
   */
  private static String title(Path path, String ofStdin) {
    return Input.isStdin(path) ? ofStdin : String.valueOf(path.getFileName());
  }

  /** A text of which exactly these items are read again, as unusual as they may be. */
  private static String lines(List<String> items) {
    StringBuilder text = new StringBuilder();
    if (items.get(0).startsWith("\uFEFF")) {
      text.append('\uFEFF'); // the first is skipped as a byte order mark
    }
    for (String item : items) {
      text.append(item).append(item.endsWith("\r") ? "\r\n" : "\n");
    }
    return text.toString();
  }

  private static String text(LanguageModel model) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ModelFile.write(model, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory never throws it
    }
    return file.toString(StandardCharsets.UTF_8);
  }
}
