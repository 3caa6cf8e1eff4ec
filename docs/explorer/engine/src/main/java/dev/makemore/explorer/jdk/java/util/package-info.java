/**
 * What the libraries need of {@code java.util}, for {@link
 * dev.makemore.explorer.teavm.Substitutions}.
 */
@NullMarked
package dev.makemore.explorer.jdk.java.util;

import org.jspecify.annotations.NullMarked;
