package dev.makemore.cli.command;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.input.ModelInput;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.option.InputOptions;
import dev.makemore.cli.option.PluginOption;
import dev.makemore.cli.option.SaveOptions;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Converters;
import dev.makemore.explorer.ExplorerPage;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** {@code makemore explore}: writes the page in which makemore runs in a browser. */
public final class ExploreCommand extends BaseCommand {

  private final InputOptions inputs =
      new InputOptions(
          syntax,
          "Put this UTF-8 file into the page, one item a line; - is standard input. Of tables with"
              + " --weights, the page gets the count model.");

  private final Argument<@Nullable Path> saved =
      syntax.option(
          Path.class,
          "-m, --load=MODEL",
          "Put this saved model into the page instead of a list; - is standard input.");

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
    summary("write a page to play with in a browser");
    ownOptions("What to write");
    examples(
        "makemore explore",
        "makemore explore -i words.txt -o words.html",
        "makemore explore -m words.model -o model.html");
    PluginOption.addTo(syntax);
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
      console.note("open it in a browser: %s", output.get().toUri());
    }
    return ExitCode.OK;
  }

  private void check() {
    syntax.refuseIf(
        inputs.isGiven() && saved.isGiven(), "-i and -m exclude each other; give only one");
    if (saved.isGiven()) {
      inputs.refuseForm("is for a list, and -m names a model");
    }
    inputs.check();
    SaveOptions.requireName(output);
  }

  private ExplorerPage filled(ExplorerPage page) {
    Path model = saved.get();
    if (model != null) {
      return withModel(page, ModelInput.of(model, console), title(List.of(model), "saved.model"));
    } else if (inputs.hasWeights()) {
      return withTable(page, inputs.input(console));
    }
    return inputs.isGiven() ? withList(page, inputs.input(console)) : page;
  }

  private ExplorerPage withList(ExplorerPage page, Input list) {
    Failure tooLarge =
        tooLarge(
            list.name(),
            "learn a model from it with 'makemore train', and put that into the page with -m");
    String text = lines(list.through(upTo(ExplorerPage.MOST_BYTES, tooLarge)).items().list());
    return checked(() -> page.withList(title(inputs.paths(), "list.txt"), text), tooLarge);
  }

  /** The page takes lists without weights, but the counts of a model may be of any size. */
  private ExplorerPage withTable(ExplorerPage page, Input table) {
    LanguageModel model = CountModel.fit(table.counts(1));
    String file = title(inputs.paths(), "saved").replaceFirst("(?<=.)\\.[^.]*$", "") + ".model";
    console.note("the page shows the count model of %s, and not its items", table.name());
    return checked(() -> page.withModel(file, text(model)), tooLargeModel(table.name()));
  }

  private static ExplorerPage withModel(ExplorerPage page, ModelInput saved, String title) {
    Failure tooLarge = tooLargeModel(saved.name());
    LanguageModel model = saved.through(upTo(ExplorerPage.MOST_BYTES, tooLarge)).model();
    if (model.contextLength() > 1) {
      throw new Failure(
          ExitCode.FAILURE,
          saved.name()
              + ": looks at "
              + model.contextLength()
              + " characters; the page shows models that look at one");
    }
    if (model.getClass().getClassLoader() != LanguageModel.class.getClassLoader()) {
      throw new Failure(
          ExitCode.FAILURE,
          saved.name() + ": is a model of a plug-in, whose code the page does not have");
    }
    return checked(() -> page.withModel(title, text(model)), tooLarge);
  }

  private static Failure tooLargeModel(String name) {
    return tooLarge(name, "see it with 'makemore show'");
  }

  private static Failure tooLarge(String name, String whatElse) {
    return new Failure(
        ExitCode.FAILURE,
        name + ": is larger than 4 MB, which is the most that the page takes; " + whatElse);
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
   * Streams whose reading ends with {@code tooLarge} after more than {@code most} bytes together.
   */
  private static UnaryOperator<InputStream> upTo(long most, Failure tooLarge) {
    AtomicLong left = new AtomicLong(most);
    return in ->
        new FilterInputStream(in) {
          @Override
          public int read(byte[] target, int start, int length) throws IOException {
            int read = in.read(target, start, length);
            if (left.addAndGet(-Math.max(read, 0)) < 0) {
              throw tooLarge;
            }
            return read;
          }
        };
  }

  /**
   * What the page calls an input: not the folder, since the page may be given away. The commands
   * that the page shows need the name of a file, so standard input and several files get one.
   */
  private static String title(List<Path> paths, String other) {
    Path path = paths.get(0);
    return paths.size() > 1 || Input.isStdin(path) ? other : String.valueOf(path.getFileName());
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
