/**
 * The explorer page, and what can be put into it. One class; all else about the page is HTML, CSS,
 * JavaScript, and Java that is compiled to JavaScript.
 */
package dev.makemore.explorer;
