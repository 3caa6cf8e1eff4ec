/**
 * The formulas of {@link dev.makemore.ngram.Smoothing}, worked out length by length: from counts of
 * n-grams to a model that lists them.
 *
 * <p>Start at {@code Interpolation}, which holds the formula. {@code Level} has the n-grams of one
 * length, and derives those of the next shorter length; {@code Endings} has the order in which that
 * is easy. {@code AddedCounts} needs none of them.
 */
package dev.makemore.ngram.level;
