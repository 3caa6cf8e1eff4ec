package dev.makemore.cli.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.cli.io.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineStreamTest {

  private static final int LONGEST = LineReader.LONGEST_LINE;

  private final List<String> lines = new ArrayList<>();
  private final List<Flaws> flaws = new ArrayList<>();

  private void read(InputStream in, OnError onError) throws IOException {
    LineStream<Flaws> stream =
        new LineStream<>(1, block -> block.forEach(onError, lines::add), flaws::add);
    stream.read(in, "x");
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aLineMayBeAsLongAsTheLimit() throws IOException {
    String longest = "a".repeat(LONGEST);
    read(text("b\n" + longest + "\nc\n" + longest), OnError.STOP);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1).equals(longest) && lines.get(3).equals(longest)).isTrue();
  }

  @Test
  void aLongerLineIsAFailureThatNamesIt() {
    assertThatThrownBy(() -> read(text("b\n" + "a".repeat(LONGEST + 1) + "\nc\n"), OnError.REPLACE))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("x:2: the line has more than 16,777,216 bytes")
        .hasMessageContaining("--on-error skip");
    assertThat(lines).containsExactly("b");
  }

  @Test
  void aLongerLineCanBeSkipped() throws IOException {
    String longer = "a".repeat(3 * LONGEST);
    read(text("b\n" + longer + "\nc\n" + longer), OnError.SKIP);
    assertThat(lines).containsExactly("b", "c");
    assertThat(flaws.stream().reduce(Flaws.NONE, Flaws::plus)).isEqualTo(new Flaws(0, 2, 2));
  }

  @Test
  void whatFollowsASkippedLineHasItsNumberAndOffset() {
    String start = "a".repeat(LONGEST + 1) + "\nc\n";
    byte[] bytes = (start + "d?\n").getBytes(StandardCharsets.US_ASCII);
    bytes[start.length() + 1] = (byte) 0xFF;
    LineReader reader = new LineReader(new ByteArrayInputStream(bytes), "x", () -> {});
    assertThatThrownBy(
            () -> {
              for (LineBlock b = reader.next(); b != null; b = reader.next()) {
                b.forEach(b.isTooLong() ? OnError.SKIP : OnError.STOP, lines::add);
              }
            })
        .hasMessageStartingWith("x:3: byte 0xFF at offset " + (start.length() + 1));
    assertThat(lines).containsExactly("c");
  }

  /** A stream of zeros never ends; it has no line end either. */
  @Test
  void anEndlessLineIsAFailureToo() {
    InputStream zeros =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] target, int start, int length) {
            return length;
          }

          @Override
          public int available() {
            return 1;
          }
        };
    assertThatThrownBy(() -> read(zeros, OnError.STOP)).hasMessageStartingWith("x:1: the line has");
  }

  /** The first block is answered last, and its answer is used first. */
  @Test
  void answersAreUsedInTheOrderOfTheLines() throws IOException {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 100_000).forEach(i -> text.append(i).append('\n'));
    CountDownLatch later = new CountDownLatch(1);
    AtomicInteger blocks = new AtomicInteger();
    LineStream<List<String>> stream =
        new LineStream<>(
            2,
            block -> {
              List<String> answer = new ArrayList<>();
              block.forEach(OnError.STOP, answer::add);
              if (blocks.getAndIncrement() == 0 && Runtime.getRuntime().availableProcessors() > 1) {
                await(later);
              } else {
                later.countDown();
              }
              return answer;
            },
            lines::addAll);
    stream.read(text(text.toString()), "x");
    assertThat(blocks.get()).isGreaterThan(10);
    assertThat(lines).isEqualTo(IntStream.range(0, 100_000).mapToObj(Integer::toString).toList());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
