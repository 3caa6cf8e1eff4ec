/**
 * Models on disk: one text format for every kind of model. A file is written whole or not at all.
 *
 * <p>{@link dev.makemore.model.io.ModelFile} saves and loads. Each kind of model decides what it
 * writes between the first lines and the checksum: it is a {@link dev.makemore.model.io.ModelKind},
 * a service of the module that holds the model.
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
