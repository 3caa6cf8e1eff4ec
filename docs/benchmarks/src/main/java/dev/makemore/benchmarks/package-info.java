/**
 * How long things take, each as a ratio to something else that is measured in the same run. Where
 * that is a C program, it is in {@code src/main/c}.
 */
@NullMarked
package dev.makemore.benchmarks;

import org.jspecify.annotations.NullMarked;
