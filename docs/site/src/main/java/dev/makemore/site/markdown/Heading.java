package dev.makemore.site.markdown;

/**
 * A heading of a page, and the text up to the next heading.
 *
 * @param level 1 for the title of the page
 * @param anchor its id on the page
 * @param title its text
 * @param text the text below it, without markup, for the search
 */
public record Heading(int level, String anchor, String title, String text) {}
