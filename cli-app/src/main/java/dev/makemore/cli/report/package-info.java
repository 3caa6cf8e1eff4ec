/**
 * What {@code evaluate}, {@code score}, {@code compare}, {@code show} and {@code export} print: as
 * text for people, as JSON and as CSV; and what {@code train} says of a net.
 *
 * <p>A new output format belongs here. Tables of pairs and their heat maps are in {@code
 * dev.makemore.cli.table}, single drawings in {@code dev.makemore.cli.picture}. {@link
 * dev.makemore.cli.report.Json} is the one way to write JSON.
 */
package dev.makemore.cli.report;
