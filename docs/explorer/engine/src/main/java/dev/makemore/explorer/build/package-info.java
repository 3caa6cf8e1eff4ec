/** Makes the page of its parts, when the project is built. */
@NullMarked
package dev.makemore.explorer.build;

import org.jspecify.annotations.NullMarked;
