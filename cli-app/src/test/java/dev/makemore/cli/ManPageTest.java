package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.io.Build;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What roff makes of the pages is seen where a distribution is checked: there is no roff in Java.
 */
class ManPageTest {

  private static final Build BUILD = new Build("1.0", "https://example.org", "2025-01-01");

  private static CommandSpec tool() {
    CommandSpec tool = CommandSpec.create().name("tool");
    tool.usageMessage().description("Does it. Mostly.", "");
    tool.addOption(
        OptionSpec.builder("-o", "--output")
            .paramLabel("FILE")
            .type(Path.class)
            .description("Write FILE.", "100%% of it.")
            .build());
    tool.addOption(OptionSpec.builder("--secret").hidden(true).build());
    CommandSpec part = CommandSpec.create();
    part.usageMessage().description("A part.").footer("", "Examples:", "  tool part 'a'");
    part.addOption(
        OptionSpec.builder("--size", "-s").paramLabel("N").type(int.class).required(true).build());
    part.addOption(OptionSpec.builder("--quiet").build());
    part.addPositional(
        PositionalParamSpec.builder().paramLabel("TEXT").arity("0..*").description("T.").build());
    CommandSpec ghost = CommandSpec.create();
    ghost.usageMessage().description("Not for you.").hidden(true);
    tool.addSubcommand("part", part).addSubcommand("ghost", ghost);
    new CommandLine(tool); // completes the model
    return tool;
  }

  @Test
  void aPageSaysWhatTheHelpSays() {
    assertThat(ManPage.of(tool(), BUILD).lines())
        .containsExactly(
            ".TH TOOL 1 \"2025-01-01\" \"tool 1.0\" \"User Commands\"",
            ".nh",
            ".ad l",
            ".SH NAME",
            "tool \\- Does it",
            ".SH SYNOPSIS",
            "\\fBtool\\fR [\\fIOPTION\\fR]... \\fICOMMAND\\fR",
            ".SH DESCRIPTION",
            "Does it. Mostly.",
            ".SH OPTIONS",
            ".TP",
            "\\fB\\-o\\fR, \\fB\\-\\-output\\fR=FILE",
            "Write FILE.",
            ".sp",
            "100% of it.",
            ".SH COMMANDS",
            ".TP",
            "\\fBtool\\-part\\fR(1)",
            "A part.");
  }

  @Test
  void aPageOfASubcommandShowsArgumentsAndExamples() {
    CommandSpec part = tool().subcommands().get("part").getCommandSpec();
    assertThat(ManPage.of(part, BUILD).lines())
        .containsSequence(
            ".SH SYNOPSIS", "\\fBtool part\\fR \\fB\\-s\\fR=N [\\fIOPTION\\fR]... [TEXT...]")
        .containsSequence(".SH ARGUMENTS", ".TP", "[TEXT...]", "T.")
        .containsSequence(".SH EXAMPLES", ".nf", "tool part \\(aqa\\(aq", ".fi")
        .endsWith(".SH SEE ALSO", "\\fBtool\\fR(1)");
  }

  /** The names of characters are those of groff_char(7). */
  @Test
  void whatRoffWouldTakeForSomethingElseHasAName() {
    assertThat(Roff.text("a-b\\n 'c' `d` ^e ~f \"g\"\nh"))
        .isEqualTo("a\\-b\\(rsn \\(aqc\\(aq \\(gad\\(ga \\(hae \\(tif \\(dqg\\(dq h");
    assertThat(Roff.text(".SH")).isEqualTo("\\&.SH");
    assertThat(Roff.text("\u00e9 \u2192")).isEqualTo("\\[u00E9] \\[u2192]");
    assertThat(Roff.text("\ud83d\ude00")).isEqualTo("\\[u1F600]");
  }

  @Test
  void everyCommandHasAPageUnlessItIsHidden(@TempDir Path share) throws Exception {
    ShareFolder.write(tool().commandLine(), BUILD, share);
    try (Stream<Path> pages = Files.list(share.resolve("man/man1"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrder("tool.1", "tool-part.1");
    }
  }

  @Test
  void completionKnowsWhatIsNotHidden(@TempDir Path share) throws Exception {
    ShareFolder.write(tool().commandLine(), BUILD, share);
    for (String script : List.of("bash-completion/completions/tool", "zsh/site-functions/_tool")) {
      assertThat(share.resolve(script))
          .content()
          .contains("part", "--output")
          .doesNotContain("ghost", "--secret");
    }
    assertThat(share.resolve("zsh/site-functions/_tool")).content().startsWith("#compdef tool\n");
  }

  @Test
  void makemoreHasAPageForEachCommandThatItsHelpLists(@TempDir Path share) throws Exception {
    ShareFolder.main(share.toString());
    List<String> listed =
        Run.of("--help").lines().stream()
            .dropWhile(line -> !line.equals("Commands:"))
            .takeWhile(line -> !line.isEmpty())
            .filter(line -> line.matches("  [a-z-]+ .*"))
            .map(line -> line.strip().split(" ")[0])
            .toList();
    assertThat(listed).contains("generate", "evaluate");
    for (String command : listed) {
      Path page = share.resolve("man/man1/makemore-" + command + ".1");
      assertThat(page)
          .content()
          .containsPattern("\\.TH MAKEMORE\\S* 1 \"\\d{4}-\\d\\d-\\d\\d\" ")
          .contains("\\fB\\-\\-help\\fR");
    }
  }
}
