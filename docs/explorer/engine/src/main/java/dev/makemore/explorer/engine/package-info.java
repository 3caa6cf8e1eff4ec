/**
 * What the page asks the libraries: {@link dev.makemore.explorer.engine.Engine} is where it starts.
 *
 * <p>A method with {@code @JSExport} can be called from JavaScript. Numbers, strings and arrays of
 * strings are converted on the way. An array with {@code @JSByRef} is a typed array there: {@code
 * double[]} a {@code Float64Array}, {@code int[]} an {@code Int32Array}, {@code byte[]} an {@code
 * Int8Array}. An exception becomes an {@code Error} with its message.
 *
 * <p>The classes are plain Java, so that tests run them on a JVM, too.
 */
@NullMarked
package dev.makemore.explorer.engine;

import org.jspecify.annotations.NullMarked;
