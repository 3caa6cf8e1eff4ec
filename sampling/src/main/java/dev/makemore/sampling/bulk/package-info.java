/**
 * Making items by the million, as {@link dev.makemore.sampling.Sampler#write} does. The plain
 * version is {@link dev.makemore.sampling.Sampler#next}: it draws the same items one by one, but
 * takes six times as long, and is the one to read first. What is clever here:
 *
 * <ul>
 *   <li>{@link dev.makemore.sampling.bulk.FlatModel} is a model in two flat arrays, from which a
 *       token is drawn without a branch.
 *   <li>{@link dev.makemore.sampling.bulk.FourBlocks} makes four blocks of items in turns, since
 *       one alone would leave the processor waiting most of the time.
 *   <li>{@code Block} checks the limits of a block once for some hundred tokens.
 *   <li>{@link dev.makemore.sampling.bulk.Prefetch} lets several threads make blocks ahead, and
 *       {@link dev.makemore.sampling.bulk.BulkWriter} writes them in order.
 * </ul>
 *
 * <p>Nothing here knows {@code Sampler}. Tests compare every byte with what {@code Sampler} draws.
 */
package dev.makemore.sampling.bulk;
