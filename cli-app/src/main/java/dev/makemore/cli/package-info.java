/**
 * The command line: options, input and output, errors and exit codes.
 *
 * <p>{@link dev.makemore.cli.Main} is the way in. Each subcommand is a class: {@link
 * dev.makemore.cli.TrainCommand}, {@link dev.makemore.cli.MergeCommand}, {@link
 * dev.makemore.cli.GenerateCommand}, {@link dev.makemore.cli.EvaluateCommand}, {@link
 * dev.makemore.cli.ScoreCommand}, {@link dev.makemore.cli.ShowCommand}, {@link
 * dev.makemore.cli.CompareCommand} and {@link dev.makemore.cli.DemoCommand}, whose story is told in
 * the package {@code demo} with pictures from the package {@code picture}. What they print goes to
 * a {@link dev.makemore.cli.Console}, what they save to an {@link dev.makemore.cli.OutputFile};
 * what goes wrong is thrown, and {@link dev.makemore.cli.Problems} turns it into one line and an
 * {@link dev.makemore.cli.ExitCode}.
 */
package dev.makemore.cli;
