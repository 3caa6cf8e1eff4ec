/**
 * What the compiler to JavaScript is told about: classes and methods of the JDK that its own class
 * library lacks, or that a browser computes with other bits.
 *
 * <p>{@link dev.makemore.explorer.teavm.Redirects} sends single calls elsewhere, and {@link
 * dev.makemore.explorer.teavm.Substitutions} puts whole classes in place of others. Both are
 * services that the compiler finds. What stands in for the JDK is below {@code
 * dev.makemore.explorer.jdk}.
 */
@NullMarked
package dev.makemore.explorer.teavm;

import org.jspecify.annotations.NullMarked;
