/**
 * Numbers for things that are met again and again: which context is this, as an index of arrays.
 */
package dev.makemore.model.index;
