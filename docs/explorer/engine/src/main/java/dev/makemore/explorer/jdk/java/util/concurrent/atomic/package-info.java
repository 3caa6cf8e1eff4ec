/**
 * What the libraries need of {@code java.util.concurrent.atomic}, for {@link
 * dev.makemore.explorer.teavm.Substitutions}.
 */
@NullMarked
package dev.makemore.explorer.jdk.java.util.concurrent.atomic;

import org.jspecify.annotations.NullMarked;
