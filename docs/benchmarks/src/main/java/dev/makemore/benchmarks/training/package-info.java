/**
 * A training step of the 27 x 27 net, of a small perceptron and of a language model, each in
 * several ways that must come to the same.
 */
@NullMarked
package dev.makemore.benchmarks.training;

import org.jspecify.annotations.NullMarked;
