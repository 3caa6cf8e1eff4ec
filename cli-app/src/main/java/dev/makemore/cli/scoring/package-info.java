/**
 * What {@code makemore score} does with texts. {@link dev.makemore.cli.scoring.TextScorer} scores
 * many of them on any thread and makes one {@link dev.makemore.cli.scoring.Answer}, which {@link
 * dev.makemore.cli.scoring.AnswerWriter} writes on the thread of the command.
 */
package dev.makemore.cli.scoring;
