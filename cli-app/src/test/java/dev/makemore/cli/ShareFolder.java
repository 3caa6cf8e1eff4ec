package dev.makemore.cli;

import dev.makemore.cli.completion.Completion;
import dev.makemore.cli.help.CommandText;
import dev.makemore.cli.io.Build;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.Problems;
import dev.makemore.cli.io.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Writes what a distribution has in its folder {@code share}: manual pages, and completion for bash
 * and zsh, all made from the command itself. The build runs it; the command has no use for it.
 */
final class ShareFolder {

  private final Path folder;

  private ShareFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes the files of makemore into the folder that is named. */
  public static void main(String... arguments) throws IOException {
    OutputStream nowhere = OutputStream.nullOutputStream();
    PrintWriter silence = new PrintWriter(nowhere);
    Console console =
        new Console(InputStream.nullInputStream(), nowhere, silence, silence, Terminal.of(""));
    CommandLine makemore = MakemoreCommand.commandLine(console, new Problems(console));
    write(makemore, Build.read(), Path.of(arguments[0]));
  }

  static void write(CommandLine commandLine, Build build, Path folder) throws IOException {
    ShareFolder share = new ShareFolder(folder);
    share.manual(commandLine.getCommandSpec(), build);
    share.completion(commandLine);
  }

  private void manual(CommandSpec command, Build build) throws IOException {
    write("man/man1/" + ManPage.name(command) + ".1", ManPage.of(command, build));
    for (CommandSpec subcommand : CommandText.of(command).subcommands()) {
      manual(subcommand, build);
    }
  }

  private void completion(CommandLine commandLine) throws IOException {
    String name = commandLine.getCommandName();
    write("bash-completion/completions/" + name, Completion.of(commandLine).bashFile());
    write("zsh/site-functions/_" + name, Completion.of(commandLine).zshFile());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
