package dev.makemore.cli.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.io.Failure;
import dev.makemore.model.text.CorpusReader;
import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The lines are those that {@link CorpusReader} reads, one character after the other. */
class LineStreamProperties {

  private static final List<byte[]> PARTS =
      List.of(
          utf8("a"),
          utf8("bc"),
          utf8("\n"),
          utf8("\n"),
          utf8("\r"),
          utf8("\r\n"),
          utf8("\uFEFF"),
          utf8("\uFFFD"),
          utf8("\u00e9"),
          utf8("\uD83D\uDE00"),
          utf8("x".repeat(20_000)),
          new byte[] {(byte) 0xFF},
          new byte[] {(byte) 0xC3},
          new byte[] {(byte) 0xE2, (byte) 0x82},
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});

  private static final int WELL_FORMED = 11; // the first ones

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<byte[]> texts() {
    return texts(WELL_FORMED);
  }

  @Provide
  Arbitrary<byte[]> anyBytes() {
    return texts(PARTS.size());
  }

  private static Arbitrary<byte[]> texts(int parts) {
    return Arbitraries.integers()
        .between(0, parts - 1)
        .list()
        .ofMaxSize(40)
        .map(
            chosen -> {
              ByteArrayOutputStream bytes = new ByteArrayOutputStream();
              chosen.forEach(part -> bytes.writeBytes(PARTS.get(part)));
              return bytes.toByteArray();
            });
  }

  /** Gives a few bytes at a time, and at times says that there are none yet. */
  private static final class Slow extends ByteArrayInputStream {
    private final Random random;

    Slow(byte[] bytes, long seed) {
      super(bytes);
      random = new Random(seed);
    }

    @Override
    public synchronized int read(byte[] target, int start, int length) {
      int most = random.nextBoolean() ? 3 : 30_000;
      return super.read(target, start, Math.min(length, 1 + random.nextInt(most)));
    }

    @Override
    public synchronized int available() {
      return random.nextBoolean() ? 0 : super.available();
    }
  }

  /** What was read: the lines, the message of the failure or nothing, and what was wrong. */
  private record Result(List<String> lines, String failure, Flaws flaws) {}

  private record Part(List<String> lines, Flaws flaws, String failure) {}

  private static Part part(LineBlock block, OnError onError) {
    List<String> lines = new ArrayList<>();
    try {
      Flaws flaws = block.forEach(onError, lines::add);
      return new Part(lines, flaws, "");
    } catch (Failure e) {
      return new Part(lines, Flaws.NONE, String.valueOf(e.getMessage()));
    }
  }

  private static Result read(InputStream in, int threads, OnError onError) throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    List<Flaws> flaws = new ArrayList<>(List.of(Flaws.NONE));
    LineStream<Part> stream =
        new LineStream<>(
            threads,
            block -> part(block, onError),
            part -> {
              if (failures.isEmpty()) { // the command ends after the first one
                lines.addAll(part.lines());
                flaws.set(0, flaws.get(0).plus(part.flaws()));
                if (!part.failure().isEmpty()) {
                  failures.add(part.failure());
                }
              }
            });
    stream.read(in, "x");
    return new Result(lines, String.join("", failures), flaws.get(0));
  }

  private static Result asCorpus(byte[] bytes) throws IOException {
    List<String> lines = new ArrayList<>();
    try {
      CorpusReader.readLines(TextSource.stream(new ByteArrayInputStream(bytes), "x"), lines::add);
      return new Result(lines, "", Flaws.NONE);
    } catch (MalformedCorpusException e) {
      String advice = ", or leave such lines out with --on-error skip"; // a corpus has no such way
      return new Result(lines, e.getMessage() + advice, Flaws.NONE);
    }
  }

  @Property(tries = 500)
  void theyAreTheLinesOfTheCorpus(
      @ForAll("texts") byte[] bytes, @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int n)
      throws IOException {
    assertThat(read(new Slow(bytes, seed), n, OnError.STOP)).isEqualTo(asCorpus(bytes));
  }

  @Property(tries = 500)
  void aMalformedLineStopsWhereItStopsACorpus(
      @ForAll("anyBytes") byte[] bytes,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int n)
      throws IOException {
    assertThat(read(new Slow(bytes, seed), n, OnError.STOP)).isEqualTo(asCorpus(bytes));
  }

  /** Java's decoder replaces what is malformed; a corpus of its text has the same lines. */
  @Property(tries = 500)
  void replacedTheyAreTheLinesThatJavaDecodes(@ForAll("anyBytes") byte[] bytes, @ForAll long seed)
      throws IOException {
    Result replaced = read(new Slow(bytes, seed), 2, OnError.REPLACE);
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    assertThat(replaced.lines()).isEqualTo(asCorpus(utf8(decoded)).lines());
    Result skipped = read(new Slow(bytes, seed), 2, OnError.SKIP);
    assertThat(skipped.flaws()).isEqualTo(replaced.flaws());
    assertThat(skipped.lines())
        .hasSize((int) (replaced.lines().size() - skipped.flaws().malformed()));
    if (!skipped.lines().isEmpty()) {
      assertThat(replaced.lines()).containsSubsequence(skipped.lines());
    }
  }
}
