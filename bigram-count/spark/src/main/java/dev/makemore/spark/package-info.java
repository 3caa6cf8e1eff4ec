/**
 * Counting and scoring text on an Apache Spark cluster.
 *
 * <p>{@link dev.makemore.spark.TextFiles} counts files, {@link dev.makemore.spark.SparkCounts}
 * counts a {@code Dataset<String>}, and {@link dev.makemore.spark.SparkScores} adds the cost of a
 * text as a column. {@link dev.makemore.spark.command.Main} does the same for the shell. All counts
 * and costs are those of one machine, to the last bit, whatever the partitions are: whole numbers
 * are added up, and each text is scored by itself.
 *
 * <p>This module has no {@code module-info}, since Spark's jars can't be on the module path:
 * several of them share packages.
 */
@NullMarked
package dev.makemore.spark;

import org.jspecify.annotations.NullMarked;
