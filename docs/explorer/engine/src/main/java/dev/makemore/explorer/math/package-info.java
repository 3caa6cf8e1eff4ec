/*
 * The method, its limits and its coefficients are those of fdlibm 5.3:
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 *
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that
 * this notice is preserved.
 */

/**
 * Elementary functions that have the bits of {@link java.lang.StrictMath} in a browser too.
 *
 * <p>The engine of the page is Java that is compiled to JavaScript. There, {@code StrictMath.exp}
 * would be the browser's {@code Math.exp}. The standard of JavaScript (ECMA-262, section 21.3.2)
 * leaves the last bits of such functions to each browser, and so two browsers may differ. The power
 * function of Chrome's engine, for example, differs from {@code StrictMath.pow} for some arguments
 * out of a hundred. A model that is trained in thousands of steps could then have other weights
 * than the same model on the command line. So the functions are computed here, from operations that
 * IEEE 754 rounds in one way only: {@code + - * / %} and the square root, on doubles and their
 * bits.
 *
 * <p>{@link dev.makemore.explorer.math.Fdlibm} is the entrance and has all the functions. The other
 * classes hold the method of one function each, except {@code Words}, which is the only one that
 * touches the bits of a double.
 *
 * <table class="striped">
 *   <caption>Where a function is computed</caption>
 *   <thead><tr><th scope="col">function</th><th scope="col">class</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">exp</th><td>{@code Exponential}</td></tr>
 *   <tr><th scope="row">expm1</th><td>{@code ExponentialMinusOne}</td></tr>
 *   <tr><th scope="row">log, log10</th><td>{@code Logarithm}</td></tr>
 *   <tr><th scope="row">log1p</th><td>{@code LogarithmOfOnePlus}</td></tr>
 *   <tr><th scope="row">tanh</th><td>{@code HyperbolicTangent}</td></tr>
 *   <tr><th scope="row">pow</th><td>{@code Power}, {@code BinaryLogarithm}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>{@code StrictMath} is defined as the C library fdlibm 5.3 (Sun Microsystems, 1993). Two
 * formulas that are equal in algebra round differently, so each step here is done in the order of
 * fdlibm, with the same coefficients. A limit between two branches, such as {@code 0x1.62e43p-2}
 * for half of ln 2, looks odd because fdlibm compares only the upper half of a double's bits.
 */
@NullMarked
package dev.makemore.explorer.math;

import org.jspecify.annotations.NullMarked;
