/**
 * Models on disk: one text format for every kind of model, written whole or not at all.
 *
 * <p>{@link dev.makemore.model.io.ModelFile} saves and loads. What a kind of model writes between
 * the first lines and the checksum is its own affair: it is a service, a {@link
 * dev.makemore.model.io.ModelKind}, of the module that holds the model.
 *
 * <p>A file is a header of {@code # key: value} lines, then tab-separated rows, then a checksum:
 *
 * <pre>
 * # makemore model 1
 * # kind: count
 * # module: dev.makemore.bigram.count
 * # characters: abn
 * # smoothing: 0
 * # bigrams: 8
 * context	next	count
 * .	a	1
 * ...
 * # sha256: 9f2c...
 * </pre>
 */
package dev.makemore.model.io;
