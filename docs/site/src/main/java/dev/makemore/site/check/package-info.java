/**
 * What must hold for a finished site, found by reading its files. Start reading at {@link
 * dev.makemore.site.check.SiteCheck}.
 */
@NullMarked
package dev.makemore.site.check;

import org.jspecify.annotations.NullMarked;
