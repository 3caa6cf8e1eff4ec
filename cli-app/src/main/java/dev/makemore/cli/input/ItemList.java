package dev.makemore.cli.input;

import dev.makemore.bigram.count.BigramCounter;
import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.io.Failure;
import dev.makemore.model.NgramCounter;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.text.CorpusReader;
import dev.makemore.model.text.TextForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The items of one file: a list with one item a line, or a table with weights. What goes wrong when
 * it is read is a {@link Failure} that names it.
 *
 * @param source where its bytes are
 * @param form the form that items are brought into
 * @param weights the name or the number of the column with the counts, if it is a table
 */
record ItemList(Source source, TextForm form, @Nullable String weights) {

  private interface Reading<T> {
    T read() throws IOException;
  }

  String name() {
    return source.name();
  }

  /**
   * Counts the pairs on {@code threads} threads, if that can be done.
   *
   * @param notes takes remarks on what is read
   */
  BigramCounts counts(int threads, Consumer<String> notes) {
    return column().isPresent()
        ? items((item, count) -> {}, notes)
        : checked(() -> BigramCounts.read(source.text(form), source.isFile() ? threads : 1));
  }

  /** Counts the pairs, and hands over each item and its weight; of a table, those of each row. */
  BigramCounts items(ObjLongConsumer<String> each, Consumer<String> notes) {
    BigramCounter counter = BigramCounter.create();
    return checked(
        () -> {
          readItems(
              (item, count) -> {
                counter.add(item, count);
                each.accept(item, count);
              },
              notes);
          return counter.counts();
        });
  }

  /** Counts the n-grams of {@code order}, and hands over each item if {@code each} is not null. */
  NgramCounts ngrams(int order, @Nullable ObjLongConsumer<String> each, Consumer<String> notes) {
    NgramCounter counter = NgramCounter.create(order);
    return checked(
        () -> {
          if (each == null && column().isEmpty()) {
            return counter.addAll(source.text(form)).counts();
          }
          readItems(
              (item, count) -> {
                counter.add(item, count);
                if (each != null) {
                  each.accept(item, count);
                }
              },
              notes);
          return counter.counts();
        });
  }

  private void readItems(ObjLongConsumer<String> each, Consumer<String> notes) throws IOException {
    if (column().isEmpty()) {
      CorpusReader.readLines(
          source.text(form),
          line -> {
            if (!line.isEmpty()) {
              each.accept(line, 1);
            }
          });
      return;
    }
    WeightedTable.Sink sink =
        new WeightedTable.Sink() {
          @Override
          public void accept(String item, long count) {
            each.accept(item, count);
          }

          @Override
          public void note(String remark) {
            notes.accept(name() + ": " + remark);
          }
        };
    WeightedTable.read(source.text(form), column().get(), sink);
  }

  /** Hands over the bytes, as they are when they are unpacked. */
  void read(Input.Bytes use) {
    checked(
        () -> {
          try (InputStream in = source.openText()) {
            use.read(in, name());
          }
          return name();
        });
  }

  /** The column with the counts. The names that makemore carries are a list in any case. */
  private Optional<String> column() {
    return source.isEmbedded() ? Optional.empty() : Optional.ofNullable(weights);
  }

  /** What is strange about these items, whose counts are {@code counts}. */
  Optional<String> hint(BigramCounts counts) {
    return column().isPresent() ? Optional.empty() : Hints.of(counts);
  }

  private <T> T checked(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw Failure.ofReading(name(), e);
    }
  }

  /** The file itself, by whatever name it was given; empty if it is not a file. */
  Optional<Path> file() {
    try {
      return source.isFile() && !source.isEmbedded()
          ? Optional.of(source.path().toRealPath())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // it has been deleted, after it was read
    }
  }
}
