/**
 * The command {@code makemore}: {@link dev.makemore.cli.Main} starts it, {@code MakemoreCommand}
 * lists its subcommands.
 *
 * <table class="striped">
 *   <caption>Where to look, and where a new thing goes</caption>
 *   <thead><tr><th scope="col">package</th><th scope="col">holds</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">{@code dev.makemore.cli.command}</th>
 *       <td>one class for each subcommand</td></tr>
 *   <tr><th scope="row">{@code dev.makemore.cli.option}</th>
 *       <td>how options are declared and checked; groups of options that commands share</td></tr>
 *   <tr><th scope="row">{@code dev.makemore.cli.report}</th>
 *       <td>results as text, JSON and CSV</td></tr>
 *   <tr><th scope="row">{@code dev.makemore.cli.table}</th>
 *       <td>tables of pairs, and what stands out in them</td></tr>
 *   <tr><th scope="row">{@code dev.makemore.cli.demo}</th>
 *       <td>the story that {@code makemore demo} tells</td></tr>
 *   <tr><th scope="row">{@code dev.makemore.cli.progress}</th>
 *       <td>the live line on a terminal</td></tr>
 *   <tr><th scope="row">{@code dev.makemore.cli.picture}</th>
 *       <td>drawings in text and in SVG</td></tr>
 *   <tr><th scope="row">{@code dev.makemore.cli.io}</th>
 *       <td>streams, files, the terminal, signals, log lines, error messages and exit codes</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>A package uses only packages below it in this table, as a test checks.
 */
package dev.makemore.cli;
