/**
 * How commands learn: the options that learners have, the text that they learn from, and what is
 * said when a learner from outside fails.
 *
 * <p>Learners are services, see {@link dev.makemore.model.learn.Learner}. Here is what they all
 * have in common; what only the net has is in the command {@code train}.
 */
package dev.makemore.cli.learning;
