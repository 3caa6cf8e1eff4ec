/**
 * How the files of this module write single characters, and how its messages quote them.
 *
 * <p>Not exported: model files ({@link dev.makemore.model.io}) and ARPA files ({@link
 * dev.makemore.model.arpa}) share it.
 */
package dev.makemore.model.notation;
