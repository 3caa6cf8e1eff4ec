/**
 * Models on disk: one text format for every kind of model. A file is written whole or not at all.
 *
 * <table class="striped">
 *   <caption>Where to look</caption>
 *   <thead><tr><th scope="col">you want to</th><th scope="col">type</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">save and load a model</th><td>{@link dev.makemore.model.io.ModelFile}</td></tr>
 *   <tr><th scope="row">give a model of your own a format</th><td>{@link dev.makemore.model.io.ModelKind}, {@link dev.makemore.model.io.ModelWriter}, {@link dev.makemore.model.io.ModelReader}</td></tr>
 *   <tr><th scope="row">replace any file whole or not at all</th><td>{@link dev.makemore.model.io.AtomicFile}</td></tr>
 *   <tr><th scope="row">write a number so that it comes back to the last bit</th><td>{@link dev.makemore.model.io.Decimal}</td></tr>
 *   </tbody>
 * </table>
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
 *
 * <p>A model whose numbers do not belong to tokens has a table of {@linkplain
 * dev.makemore.model.io.ModelWriter#parameters parameters} instead: a name, an index and a value in
 * each row.
 */
package dev.makemore.model.io;
