/**
 * What {@code show} and {@code compare} tell of models: tables of pairs, the pairs that stand out,
 * and how two models differ. Nothing here prints.
 */
package dev.makemore.cli.table;
