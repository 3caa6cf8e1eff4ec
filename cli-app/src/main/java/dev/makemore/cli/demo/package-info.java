/**
 * The story that {@code makemore demo} tells. Each chapter is a class, and {@link
 * dev.makemore.cli.demo.Demo} is their table of contents. Every number in the story is computed
 * while the story is told.
 */
package dev.makemore.cli.demo;
