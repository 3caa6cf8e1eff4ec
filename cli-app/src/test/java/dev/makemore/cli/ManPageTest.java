package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makemore.cli.io.Build;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What the pages say. What roff makes of them is seen where there is a groff, and where a
 * distribution is checked.
 */
class ManPageTest {

  private static final Build BUILD = new Build("1.0", "https://example.org", "2025-01-01");

  private static CommandSpec tool() {
    CommandSpec tool = CommandSpec.create().name("tool");
    tool.usageMessage().header("do it").description("Does it. Mostly.", "");
    tool.addOption(
        OptionSpec.builder("-o", "--output")
            .paramLabel("FILE")
            .type(Path.class)
            .description("Write FILE.", "100%% of it.")
            .build());
    tool.addOption(OptionSpec.builder("--secret").hidden(true).build());
    CommandSpec part = CommandSpec.create();
    part.usageMessage().header("a part").description("A part.").footer("tool part 'a'");
    part.addOption(
        OptionSpec.builder("--size", "-s").paramLabel("N").type(int.class).required(true).build());
    part.addOption(OptionSpec.builder("--quiet").build());
    part.addPositional(
        PositionalParamSpec.builder().paramLabel("TEXT").arity("0..*").description("T.").build());
    CommandSpec ghost = CommandSpec.create();
    ghost.usageMessage().description("Not for you.").hidden(true);
    CommandSpec other = CommandSpec.create();
    tool.addSubcommand("part", part).addSubcommand("ghost", ghost).addSubcommand("other", other);
    new CommandLine(tool); // completes the model
    return tool;
  }

  @Test
  void aPageSaysWhatTheHelpSays() {
    assertThat(ManPage.of(tool(), BUILD).lines())
        .startsWith(
            ".TH TOOL 1 \"2025-01-01\" \"tool 1.0\" \"User Commands\"",
            ".nh",
            ".ad l",
            ".SH NAME",
            "tool \\- do it",
            ".SH SYNOPSIS",
            "\\fBtool\\fR COMMAND [OPTION]...",
            ".SH DESCRIPTION",
            "Does it. Mostly.",
            ".SH COMMANDS",
            ".TP",
            "\\fBtool\\-part\\fR(1)",
            "a part")
        .containsSequence(
            ".SH OPTIONS",
            ".TP",
            "\\fB\\-o\\fR, \\fB\\-\\-output\\fR=FILE",
            "Write FILE.",
            ".sp",
            "100% of it.",
            ".SH EXIT STATUS",
            ".TP",
            "\\fB0\\fR")
        .containsSequence(".SH ENVIRONMENT", ".TP", "\\fBCOLUMNS\\fR")
        .noneMatch(line -> line.contains("ghost") || line.contains("secret"));
  }

  @Test
  void aPageOfASubcommandShowsExamplesThenArgumentsAndOptions() {
    CommandSpec part = tool().subcommands().get("part").getCommandSpec();
    assertThat(ManPage.of(part, BUILD).lines())
        .containsSequence(".SH NAME", "tool\\-part \\- a part")
        .containsSequence(".SH SYNOPSIS", "\\fBtool part\\fR \\-s=N [OPTION]... [TEXT...]")
        .containsSequence(".SH EXAMPLES", ".nf", "tool part \\(aqa\\(aq", ".fi", ".SH ARGUMENTS")
        .containsSequence(".SH ARGUMENTS", ".TP", "[TEXT...]", "T.", ".SH OPTIONS", ".SS Options")
        .endsWith(".SH SEE ALSO", "\\fBtool\\fR(1), \\fBtool\\-other\\fR(1)");
  }

  /** It reads no file and writes none. */
  @Test
  void aPageListsTheExitCodesThatItsCommandCanEndWith() {
    CommandSpec part = tool().subcommands().get("part").getCommandSpec();
    assertThat(ManPage.of(part, BUILD))
        .contains(".SH EXIT STATUS\n.TP\n\\fB0\\fR", "\\fB2\\fR", "\\fB130\\fR")
        .doesNotContain("\\fB65\\fR", "\\fB66\\fR", "\\fB73\\fR");
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
          .containsExactlyInAnyOrder("tool.1", "tool-part.1", "tool-other.1");
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

  /** The pages of makemore, by their names. */
  private static Map<String, String> pages(Path share) throws Exception {
    ShareFolder.main(share.toString());
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(share.resolve("man/man1"))) {
      for (Path file : files.toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }

  @Test
  void makemoreHasAPageForEachCommandThatItsHelpLists(@TempDir Path share) throws Exception {
    Map<String, String> pages = pages(share);
    String help = Command.run("--help").out();
    assertThat(pages).hasSizeGreaterThan(10).containsKey("makemore.1");
    pages.forEach(
        (name, page) -> {
          String command = name.replaceAll("^makemore-?|\\.1$", "");
          assertThat(help).containsPattern("(?m)(^| )" + command + "( |$)");
          assertThat(page)
              .containsPattern("\\.TH MAKEMORE\\S* 1 \"\\d{4}-\\d\\d-\\d\\d\" ")
              .contains("\\fB\\-\\-help\\fR", ".SH EXIT STATUS\n");
        });
  }

  /** The line under NAME is what apropos(1) searches; the help lists the same one. */
  @Test
  void theNameOfEachPageIsOneLineOfTheHelp(@TempDir Path share) throws Exception {
    List<String> help = Command.run("--help").out().lines().toList();
    Map<String, String> pages = pages(share);
    pages.remove("makemore.1");
    pages.forEach(
        (name, page) -> {
          String line = page.lines().dropWhile(l -> !l.equals(".SH NAME")).skip(1).toList().get(0);
          String plain = line.replace("\\", "");
          String command = name.replaceAll("^makemore-|\\.1$", "");
          String summary = plain.substring(plain.indexOf(" - ") + 3);
          assertThat(plain).isEqualTo("makemore-" + command + " - " + summary);
          assertThat(page).contains(line + "\n.SH SYNOPSIS\n");
          assertThat(help).anyMatch(l -> l.matches("(.* |)" + command + " +\\Q" + summary + "\\E"));
        });
  }

  @Test
  void aPageHasTheGroupsOfTheHelp(@TempDir Path share) throws Exception {
    assertThat(pages(share).get("makemore-generate.1"))
        .containsSubsequence(
            ".SH EXAMPLES",
            ".SH OPTIONS",
            ".SS What to make",
            "\\-\\-number",
            ".SS Which model",
            ".SS Every command",
            "\\-\\-help",
            ".SH EXIT STATUS",
            ".SH SEE ALSO");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void groffHasNothingToSayAboutAPage(@TempDir Path share) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "there is no groff");
    for (String page : pages(share).keySet()) {
      Process groff =
          new ProcessBuilder("/usr/bin/groff", "-man", "-ww", "-z", "-Tutf8", page)
              .directory(share.resolve("man/man1").toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said).as(page).isEmpty();
      assertThat(groff.waitFor()).as(page).isZero();
    }
  }
}
