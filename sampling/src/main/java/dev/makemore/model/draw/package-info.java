/**
 * How random bits choose: what {@code dev.makemore.model} and {@code dev.makemore.sampling} share
 * and nobody else sees.
 */
package dev.makemore.model.draw;
