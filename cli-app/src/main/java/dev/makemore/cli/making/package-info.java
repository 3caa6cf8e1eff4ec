/**
 * What {@code makemore generate} does with a model: {@link dev.makemore.cli.making.NameMaker} makes
 * names until there are enough that meet the {@link dev.makemore.cli.making.Wishes} of the user.
 */
package dev.makemore.cli.making;
