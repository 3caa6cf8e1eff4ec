/**
 * The story that {@code makemore demo} tells: one class a chapter, in the order of {@link
 * dev.makemore.cli.demo.Demo}. Every number in it is computed while it is told.
 */
package dev.makemore.cli.demo;
