/**
 * What {@code show} and {@code compare} find in models: tables with a number for each pair of
 * tokens, the pairs that stand out, and how two models differ. Nothing here prints.
 *
 * <p>This package also decides how tables write tokens ({@link dev.makemore.cli.table.Labels}) and
 * numbers ({@link dev.makemore.cli.table.Figures}).
 */
package dev.makemore.cli.table;
