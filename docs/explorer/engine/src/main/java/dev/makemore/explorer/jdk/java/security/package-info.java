/**
 * What the libraries need of {@code java.security}, for {@link
 * dev.makemore.explorer.teavm.Substitutions}.
 */
@NullMarked
package dev.makemore.explorer.jdk.java.security;

import org.jspecify.annotations.NullMarked;
