/**
 * Flow charts in the notation of Mermaid, drawn as SVG while the site is built, so that no reader
 * needs a script for them. Start reading at {@link dev.makemore.site.flowchart.Flowchart}.
 */
@NullMarked
package dev.makemore.site.flowchart;

import org.jspecify.annotations.NullMarked;
