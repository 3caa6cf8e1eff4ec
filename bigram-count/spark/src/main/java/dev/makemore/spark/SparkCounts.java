package dev.makemore.spark;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.NgramCounts;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Dataset;

/**
 * Counts the items of a dataset on a cluster.
 *
 * {@snippet class="dev.makemore.spark.TourTest" region="counts"}
 *
 * <p>Each task counts its items into a table, and the tables are added up in a tree, so the driver
 * receives one table, and no task more than a few. A table needs memory for its distinct n-grams
 * only, some 100 bytes for each while it grows, so neither large partitions nor unequal ones
 * matter. The counts are the same for any partitions, and when tasks are run again.
 *
 * <p>A null and an empty string are not items: they are skipped.
 */
public final class SparkCounts {

  /** How many distinct n-grams there may be, unless another limit is given: 2 GB in a task. */
  public static final int DEFAULT_LIMIT = 20_000_000;

  private static final int MANY_PARTITIONS = 10_000;

  private SparkCounts() {}

  /**
   * Counts the pairs of the items.
   *
   * @throws UnusableTextException if there are more than {@link #DEFAULT_LIMIT} distinct pairs
   */
  public static BigramCounts bigrams(Dataset<String> items) {
    return BigramCounts.of(ngrams(items, 2).pairs());
  }

  /**
   * Counts the n-grams of the items.
   *
   * @param order n, from 1 to {@value NgramCounts#MAX_ORDER}
   * @throws UnusableTextException if there are more than {@link #DEFAULT_LIMIT} distinct n-grams
   */
  public static NgramCounts ngrams(Dataset<String> items, int order) {
    return ngrams(items, order, DEFAULT_LIMIT);
  }

  /**
   * Counts the n-grams of the items.
   *
   * @param order n, from 1 to {@value NgramCounts#MAX_ORDER}
   * @param limit how many distinct n-grams there may be, which bounds the memory of a task
   * @throws UnusableTextException if there are more
   */
  public static NgramCounts ngrams(Dataset<String> items, int order, int limit) {
    return aggregate(items.javaRDD(), Tally.create(order, limit, false), Tally::add);
  }

  /**
   * Counts the elements of {@code texts} in a tree, which is deeper if there are very many tasks.
   */
  static <T> NgramCounts aggregate(
      JavaRDD<T> texts, Tally nothing, Function2<Tally, T, Tally> add) {
    int depth = texts.getNumPartitions() > MANY_PARTITIONS ? 3 : 2;
    return texts.treeAggregate(nothing, add, Tally::merge, depth, true).counts();
  }
}
