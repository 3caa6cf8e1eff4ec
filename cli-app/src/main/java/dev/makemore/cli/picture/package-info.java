/**
 * Drawings in text and in SVG: heat maps, bars, curves and colors.
 *
 * <p>A new chart belongs here. A drawing gets numbers and labels, and knows nothing about models.
 */
package dev.makemore.cli.picture;
