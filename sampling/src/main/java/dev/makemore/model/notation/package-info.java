/**
 * What model files ({@link dev.makemore.model.io}) and ARPA files ({@link dev.makemore.model.arpa})
 * have in common: lines, how single characters are written, and how messages quote text. The order
 * of rows and the checksum are those of model files alone.
 *
 * <p>This package is not exported, and knows neither of the two formats.
 */
package dev.makemore.model.notation;
