/** HTML as text: how it is written, and which elements a file has. */
@NullMarked
package dev.makemore.site.html;

import org.jspecify.annotations.NullMarked;
