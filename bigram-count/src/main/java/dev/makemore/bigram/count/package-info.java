/**
 * Learning a bigram model by counting: count, add k, normalise.
 *
 * {@snippet class="dev.makemore.bigram.count.TourTest" region="count"}
 */
package dev.makemore.bigram.count;
