package dev.makemore.cli;

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
import picocli.AutoComplete;
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
    write(makemore, Build.read().version(), Path.of(arguments[0]));
  }

  static void write(CommandLine commandLine, String version, Path folder) throws IOException {
    ShareFolder share = new ShareFolder(folder);
    share.manual(commandLine.getCommandSpec(), version);
    share.completion(commandLine);
  }

  private void manual(CommandSpec command, String version) throws IOException {
    write("man/man1/" + ManPage.name(command) + ".1", ManPage.of(command, version));
    for (CommandSpec subcommand : ManPage.subcommands(command).toList()) {
      manual(subcommand, version);
    }
  }

  /**
   * picocli's script for bash also runs in zsh. To be found there in a folder of completions, it
   * needs a first line of its own; and a last one that completes, as the file is loaded at the
   * first TAB. In between goes an alias by which it would call a command of bash that zsh lacks.
   */
  private void completion(CommandLine commandLine) throws IOException {
    String name = commandLine.getCommandName();
    String bash = AutoComplete.bash(name, commandLine);
    String complete = "_bash_complete -o default -F _complete_" + name;
    write("bash-completion/completions/" + name, bash);
    write(
        "zsh/site-functions/_" + name,
        String.join("\n", "#compdef " + name, bash, "unalias compopt", complete, ""));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
