/**
 * The commands for {@code spark-submit}: {@link dev.makemore.spark.command.Main} is the class to
 * start. It does nothing that the classes of {@link dev.makemore.spark} do not offer to programs.
 */
@NullMarked
package dev.makemore.spark.command;

import org.jspecify.annotations.NullMarked;
