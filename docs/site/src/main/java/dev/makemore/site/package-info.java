/**
 * The generator of the site: which files become pages, where each goes, and what is around it.
 * Start reading at {@link dev.makemore.site.Site}.
 */
@NullMarked
package dev.makemore.site;

import org.jspecify.annotations.NullMarked;
