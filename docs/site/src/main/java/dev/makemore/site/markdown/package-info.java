/**
 * From the text of a Markdown page to HTML: headings with anchors, code in colors, formulas, flow
 * charts. What belongs here knows one page and nothing of the site around it. Start reading at
 * {@link dev.makemore.site.markdown.Document}.
 */
@NullMarked
package dev.makemore.site.markdown;

import org.jspecify.annotations.NullMarked;
