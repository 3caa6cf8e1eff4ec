package dev.makemore.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What was measured, round after round.
 *
 * <p>In a round every benchmark runs once, in a JVM of its own, and every command. Whatever a
 * machine does meanwhile, warming up or working for others, does it to all of a round. So what is
 * compared is compared within its round, and the median over the rounds is told.
 */
final class Rounds {

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>(); // by name, by round

  /** Runs the benchmarks that {@code include} matches, a regular expression, once. */
  void runBenchmarks(String include, Path log) throws RunnerException, IOException {
    Files.createDirectories(log.getParent());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(include)
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(4)
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true)
            .output(log.toString());
    if (!Reference.isAvailable()) {
      options = options.exclude(".*InC$");
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    for (RunResult result : results) {
      double inSeconds = secondsOf(result.getPrimaryResult().getScoreUnit());
      add(nameOf(result.getParams()), result.getPrimaryResult().getScore() * inSeconds);
    }
  }

  /** Such as {@code CountingBenchmark.ascii}, or {@code GrowthBenchmark.count 100}. */
  private static String nameOf(BenchmarkParams params) {
    String name = params.getBenchmark();
    String parameters =
        params.getParamsKeys().stream()
            .sorted()
            .map(params::getParam)
            .collect(Collectors.joining(" "));
    String simple = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
    return parameters.isEmpty() ? simple : simple + " " + parameters;
  }

  private static double secondsOf(String unit) {
    return switch (unit) {
      case "ns/op" -> 1e-9;
      case "us/op" -> 1e-6;
      case "ms/op" -> 1e-3;
      case "s/op" -> 1;
      default -> throw new IllegalStateException("not a time: " + unit);
    };
  }

  /** Adds a measurement of this round. */
  void add(String name, double measured) {
    seconds.computeIfAbsent(name, key -> new ArrayList<>()).add(measured);
  }

  /** Whether there is a measurement of that name. */
  boolean has(String name) {
    return seconds.containsKey(name);
  }

  /** The median over the rounds, in the unit in which it was added, which is seconds for times. */
  double median(String name) {
    return median(all(name));
  }

  /** What was measured in the last round. */
  double last(String name) {
    List<Double> all = all(name);
    return all.get(all.size() - 1);
  }

  /** The quotient of two measurements in each round, ascending. */
  List<Double> ratios(String numerator, String denominator) {
    List<Double> above = all(numerator);
    List<Double> below = all(denominator);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < above.size(); round++) {
      ratios.add(above.get(round) / below.get(round));
    }
    return ratios.stream().sorted().toList();
  }

  private List<Double> all(String name) {
    List<Double> all = seconds.get(name);
    if (all == null) {
      throw new IllegalArgumentException("nothing was measured that is called " + name);
    }
    return all;
  }

  /** The one in the middle, or the mean of the two. */
  static double median(List<Double> numbers) {
    List<Double> ascending = numbers.stream().sorted().toList();
    int size = ascending.size();
    return (ascending.get((size - 1) / 2) + ascending.get(size / 2)) / 2;
  }

  /** All medians, by name. */
  Map<String, Double> medians() {
    Map<String, Double> medians = new TreeMap<>();
    seconds.forEach((name, measured) -> medians.put(name, median(measured)));
    return medians;
  }
}
