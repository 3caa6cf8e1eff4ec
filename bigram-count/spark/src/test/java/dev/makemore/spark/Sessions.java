package dev.makemore.spark;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** Sessions of Spark, of which a process has one at a time. */
public final class Sessions {

  private Sessions() {}

  /** A session whose tasks run in this process, on two threads. */
  public static SparkSession local() {
    return local(2);
  }

  public static SparkSession local(int threads) {
    return builder().master("local[" + threads + "]").getOrCreate();
  }

  /** A session with two executors, which are processes of their own. */
  public static SparkSession cluster(String serializer) {
    return builder()
        .master("local-cluster[2,1,1024]")
        .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
        .config("spark.serializer", serializer)
        .getOrCreate();
  }

  private static SparkSession.Builder builder() {
    return SparkSession.builder()
        .appName("test")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.warehouse.dir", "target/warehouse");
  }

  static Dataset<String> dataset(SparkSession spark, List<String> items, int partitions) {
    return spark.createDataset(items, Encoders.STRING()).repartition(partitions);
  }
}
