/** Pictures drawn in text: they know numbers and labels, and nothing of the story around them. */
package dev.makemore.cli.picture;
