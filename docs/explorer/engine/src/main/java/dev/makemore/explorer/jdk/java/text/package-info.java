/**
 * What the libraries need of {@code java.text}, for {@link
 * dev.makemore.explorer.teavm.Substitutions}.
 */
@NullMarked
package dev.makemore.explorer.jdk.java.text;

import org.jspecify.annotations.NullMarked;
