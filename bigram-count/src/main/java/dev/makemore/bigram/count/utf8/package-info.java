/**
 * Counting pairs of characters in bytes of UTF-8, quickly. Not exported.
 *
 * <p>The plain way is {@code PairCounter.addAll(TextSource)}, which goes from character to
 * character with {@link dev.makemore.model.text.CorpusReader} and looks up each pair in a hash
 * table. Tests compare this package with that way. It is several times as fast, for these reasons:
 *
 * <ul>
 *   <li>{@link dev.makemore.bigram.count.utf8.AsciiPairs}: two bytes of ASCII, read as one number,
 *       are the index of the counter of their pair, so nothing is decoded or hashed.
 *   <li>{@link dev.makemore.bigram.count.utf8.UnicodePairs}: two characters of any length are at
 *       most eight bytes, which are one {@code long}. That is the key of the pair in a {@link
 *       dev.makemore.bigram.count.utf8.PairTable}; only a pair that is new is decoded.
 *   <li>{@link dev.makemore.bigram.count.utf8.LineEnds}: line feeds are counted like any character
 *       and turned into boundaries at the end, so no time is spent on finding lines.
 *   <li>{@link dev.makemore.bigram.count.utf8.Blocks} and {@link
 *       dev.makemore.bigram.count.utf8.Utf8Counting}: several threads count blocks of the text,
 *       each into tables of its own.
 * </ul>
 */
package dev.makemore.bigram.count.utf8;
