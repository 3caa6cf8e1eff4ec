package dev.makemore.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** RESULTS.md: a section for each JDK, of which this writes the one of the JDK that it runs on. */
final class Report {

  private static final Path FILE = Path.of("RESULTS.md");
  private static final Pattern SECTION = Pattern.compile("(?ms)^## JDK (\\d+)$.*?(?=^## JDK |\\z)");

  private static final String TOP =
      """
      # Results

      Written by `mvn -Pbenchmarks,dist verify -DskipTests`; [the README](README.md) says how, and what is compared. Each figure is the median over the rounds of the ratio within a round, with the least and the most beside it. Absolute times are below for those who want to compare them with each other: they are of one machine on one day.

      """;

  private final Rounds measured;
  private final int rounds;
  private final int jdk = Runtime.version().feature();

  Report(Rounds measured, int rounds) {
    this.measured = measured;
    this.rounds = rounds;
  }

  /** Replaces the section of this JDK, and its pictures. */
  void write() throws IOException {
    Map<Integer, String> sections = new TreeMap<>();
    if (Files.exists(FILE)) {
      Matcher matcher = SECTION.matcher(Files.readString(FILE));
      while (matcher.find()) {
        sections.put(Integer.parseInt(matcher.group(1)), matcher.group());
      }
    }
    sections.put(jdk, section());
    Files.writeString(FILE, TOP + String.join("", sections.values()));
  }

  private String section() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("## JDK ").append(jdk).append("\n\n");
    text.append(
        String.format(
            Locale.ROOT,
            "%s, commit %s, Java %s (%s), %s, %d processors, %s, %d rounds. The command is %s.\n\n",
            LocalDate.now(),
            firstLine("git", "describe", "--always", "--dirty"),
            Runtime.version(),
            System.getProperty("java.vendor"),
            processor(),
            Runtime.getRuntime().availableProcessors(),
            Reference.isAvailable()
                ? firstLine(Reference.compiler(), "--version")
                : "no C compiler",
            rounds,
            Benchmarks.isDistribution(Benchmarks.makemore())
                ? "that of the distribution"
                : "the folder that `mvn package` leaves"));
    text.append(
        "| work | goal | ratio | least to most | reached |\n| --- | --- | --- | --- | --- |\n");
    for (Row row : Benchmarks.ROWS) {
      if (row.isMeasured(measured)) {
        text.append(row.of(measured)).append('\n');
      }
    }
    text.append("\nHow time grows, beside a gray line of growth in proportion:\n\n");
    text.append(plot("count", "count names, 1 thread", "megabytes", "GrowthBenchmark.count", 1));
    text.append(plot("score", "score names, 1 thread", "megabytes", "GrowthBenchmark.score", 1));
    text.append(plot("net", "20 training steps of the net", "weights", "GrowthBenchmark.net", 2));
    text.append("\nMedians:\n\n| measured | seconds, or MB |\n| --- | --- |\n");
    measured.medians().entrySet().stream()
        .filter(entry -> !entry.getKey().equals("one"))
        .forEach(
            entry ->
                text.append(
                    String.format(
                        Locale.ROOT, "| %s | %.4g |\n", entry.getKey(), entry.getValue())));
    return text.append('\n').toString();
  }

  /** Draws what was measured under {@code name} and a size, whose power is what grows. */
  private String plot(String file, String title, String xAxis, String name, int power)
      throws IOException {
    Plot plot = new Plot(title, xAxis);
    measured.medians().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(name + " "))
        .map(
            entry ->
                Map.entry(
                    Double.parseDouble(entry.getKey().substring(name.length() + 1)),
                    entry.getValue()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> plot.add(Math.pow(entry.getKey(), power), entry.getValue()));
    String picture = "growth-" + file + "-" + jdk + ".svg";
    Files.writeString(Path.of(picture), plot.svg());
    return "![" + title + "](" + picture + ")\n";
  }

  private static String processor() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    if (!Files.exists(file)) {
      return System.getProperty("os.arch");
    }
    List<String> lines = Files.readAllLines(file);
    return Map.of("model name", "", "cpu family", "family ", "model\t", "model ")
        .entrySet()
        .stream()
        .sorted(Map.Entry.<String, String>comparingByKey().reversed())
        .map(
            entry ->
                lines.stream()
                    .filter(line -> line.startsWith(entry.getKey()))
                    .findFirst()
                    .map(line -> entry.getValue() + line.substring(line.indexOf(':') + 2))
                    .orElse(""))
        .collect(Collectors.joining(" "));
  }

  private static String firstLine(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .findFirst()
        .orElse("unknown");
  }
}
