/** Expressions that a reader types, recorded on a tape. */
@NullMarked
package dev.makemore.explorer.expression;

import org.jspecify.annotations.NullMarked;
