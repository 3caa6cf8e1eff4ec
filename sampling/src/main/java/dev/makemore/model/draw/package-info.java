/**
 * How random bits choose one of several things. For {@code dev.makemore.model} and {@code
 * dev.makemore.sampling.bulk} only: the module does not export it.
 */
package dev.makemore.model.draw;
