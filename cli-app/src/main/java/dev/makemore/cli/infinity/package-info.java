/**
 * Why a cost is infinite, and which options would make it finite: {@link
 * dev.makemore.cli.infinity.Diagnosis} writes the messages for {@code score}, {@code evaluate},
 * {@code compare} and {@code generate}.
 */
package dev.makemore.cli.infinity;
