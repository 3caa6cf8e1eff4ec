/**
 * Drawing items from any language model.
 *
 * <table class="striped">
 *   <caption>Where to look</caption>
 *   <thead><tr><th scope="col">you want to</th><th scope="col">type</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">draw one item or a stream, or write millions</th><td>{@link dev.makemore.sampling.Sampler}</td></tr>
 *   <tr><th scope="row">keep only some of them</th><td>{@link dev.makemore.sampling.Selection}</td></tr>
 *   <tr><th scope="row">draw only items of some length, or with some end</th><td>{@link dev.makemore.sampling.Condition},
 *       {@link dev.makemore.sampling.Conditional}</td></tr>
 *   <tr><th scope="row">make a model bolder or more careful</th><td>{@link dev.makemore.sampling.Temperature},
 *       {@link dev.makemore.sampling.TopK}, {@link dev.makemore.sampling.TopP}</td></tr>
 *   <tr><th scope="row">get the same items again</th><td>a seed for {@link dev.makemore.sampling.Sampler#samples(long) samples}, or a
 *       {@link dev.makemore.sampling.Xoshiro256PlusPlus} for {@link dev.makemore.sampling.Sampler#next next}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>Randomness is an argument: a seed, or a {@link java.util.random.RandomGenerator} of which only
 * {@code nextLong()} is called. One seed gives the same items on every JDK and operating system,
 * and with any number of threads.
 */
package dev.makemore.sampling;
