/** Methods and classes that stand in for those of the JDK in a browser. */
@NullMarked
package dev.makemore.explorer.jdk;

import org.jspecify.annotations.NullMarked;
