package dev.makemore.cli.input;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.Logging;
import dev.makemore.cli.progress.Progress;
import dev.makemore.cli.progress.WatchedStream;
import dev.makemore.model.Corpus;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.text.TextForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where items come from: files, standard input, or the names that makemore carries. Several files
 * are one list, in their order. What goes wrong when they are read is a {@link Failure}.
 *
 * <p>A file is a list with one item a line or, if a column with weights is given, a table. Either
 * may be compressed by gzip.
 */
public final class Input {

  private static final int MOST_NAMES = 3;

  private final List<ItemList> lists; // at least one
  private final Optional<Console> console; // where messages and the progress are shown

  private Input(List<ItemList> lists, Optional<Console> console) {
    this.lists = lists;
    this.console = console;
  }

  /** The names that makemore carries, as they are written. */
  public static Input embedded() {
    ItemList names = new ItemList(Source.EMBEDDED, TextForm.asWritten(), null);
    return new Input(List.of(names), Optional.empty());
  }

  /** The items of a single list, or the names that makemore carries if there is no path. */
  public static Input of(@Nullable Path path, TextForm form, Console console) {
    return of(path == null ? List.of() : List.of(path), form, null, console);
  }

  /**
   * The items of the files {@code paths}, of which one may be {@code -}, which is standard input,
   * or the names that makemore carries if there are no paths. They are brought into {@code form}.
   * If a file looks like something else than a list, a message says so.
   *
   * @param weights the name or the number of the column with the counts, if the files are tables
   */
  public static Input of(
      List<Path> paths, TextForm form, @Nullable String weights, Console console) {
    String awaited = "items from the terminal, one a line; Ctrl-D ends the input";
    List<Source> sources =
        paths.isEmpty()
            ? List.of(Source.EMBEDDED)
            : paths.stream().map(path -> Source.of(path, console, awaited)).toList();
    return new Input(
        sources.stream().map(source -> new ItemList(source, form, weights)).toList(),
        Optional.of(console));
  }

  /** The lines of standard input, which are to be scored. */
  public static Input ofLines(Console console) {
    String awaited = "texts to be scored from the terminal, one a line; Ctrl-D ends the input";
    Source source = Source.of(Path.of("-"), console, awaited);
    return new Input(
        List.of(new ItemList(source, TextForm.asWritten(), null)), Optional.of(console));
  }

  /** Whether {@code path} is {@code -}, which stands for standard input. */
  public static boolean isStdin(@Nullable Path path) {
    return path != null && Source.isStdin(path);
  }

  /**
   * This input, read through the streams that {@code wrapper} puts around the bytes of each file as
   * they are stored, packed or not.
   */
  public Input watchedBy(UnaryOperator<InputStream> wrapper) {
    return with(source -> source.watchedBy(wrapper));
  }

  /**
   * This input, read through the streams that {@code wrapper} puts around the unpacked bytes of
   * each file.
   */
  public Input through(UnaryOperator<InputStream> wrapper) {
    return with(source -> source.through(wrapper));
  }

  private Input with(UnaryOperator<Source> change) {
    return new Input(
        lists.stream()
            .map(list -> new ItemList(change.apply(list.source()), list.form(), list.weights()))
            .toList(),
        console);
  }

  /** What messages call this input: the names of its files, if these are not too many. */
  public String name() {
    List<String> names = lists.stream().map(ItemList::name).toList();
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : names.get(0) + " and " + (names.size() - 1) + " other files";
  }

  /**
   * Counts the pairs in one pass, in memory that does not grow with their number. A list in a file
   * is counted on {@code threads} threads. A stream is counted on one, so that an error in it is
   * reported as soon as it is read, however slow the stream is.
   */
  public BigramCounts counts(int threads) {
    return counts(Tally.ofPairs(threads, null));
  }

  /** Counts the pairs, and hands over each item and its weight; of a table, those of each row. */
  public BigramCounts counts(ObjLongConsumer<String> each) {
    return counts(Tally.ofPairs(1, each));
  }

  /** Counts the n-grams in one pass, in memory that grows with the number of distinct ones. */
  public NgramCounts ngrams(int order) {
    return counts(Tally.ofNgrams(order, null));
  }

  /** Counts the n-grams, and hands over each item and its weight. */
  public NgramCounts ngrams(int order, ObjLongConsumer<String> each) {
    return counts(Tally.ofNgrams(order, each));
  }

  /**
   * The items in memory.
   *
   * @param list the items in their order; the item of a table stands here once for each of its rows
   * @param counts the counts of their pairs, each as often as the weight of its item says
   */
  public record Items(List<String> list, BigramCounts counts) {}

  /** Reads the items and keeps them in memory. */
  public Items items() {
    List<String> items = new ArrayList<>();
    BigramCounts counts = counts((item, weight) -> items.add(item));
    return new Items(items, counts);
  }

  /** The items in memory; the item of a table is among them once for each of its rows. */
  public Corpus corpus() {
    return Corpus.of(items().list());
  }

  /** Takes the bytes of a file, from its start, and what messages call it. */
  public interface Bytes {
    void read(InputStream in, String name) throws IOException;
  }

  /**
   * Opens the files one after the other and hands over their bytes, whatever form their items have.
   */
  public void read(Bytes use) {
    lists.forEach(list -> list.read(use));
  }

  /** Counts all lists, and shows the progress, unless the items are typed on the terminal. */
  private <C> C counts(Tally<C> tally) {
    if (console.isEmpty() || (console.get().terminal().stdin() && readsStdin())) {
      return countAll(tally);
    }
    try (Progress progress = Progress.on(console.get())) {
      return watched(progress).countAll(tally);
    }
  }

  /** This input, whose reading is shown on {@code progress}. */
  public Input watched(Progress progress) {
    List<Path> files = lists.stream().map(list -> list.source().path()).toList();
    return watchedBy(WatchedStream.of(WatchedStream.size(files), progress));
  }

  private boolean readsStdin() {
    return lists.stream().anyMatch(list -> isStdin(list.source().path()));
  }

  private <C> C countAll(Tally<C> tally) {
    List<String> notes = new ArrayList<>();
    C counts = lists.size() == 1 ? count(lists.get(0), tally, notes) : sum(tally, notes);
    TextSize size = tally.size(counts);
    if (size.total() == 0) {
      boolean isTable = lists.stream().anyMatch(list -> list.weights() != null);
      throw new Failure(
          ExitCode.BAD_DATA,
          name()
              + (isTable
                  ? ": has no items with a weight above 0"
                  : ": has no items; write one item a line"));
    }
    // After all has been read, and its progress is no longer shown.
    console.ifPresent(shown -> notes.forEach(shown::note));
    Logging.debug(
        Input.class,
        "{}: {} items, {} predictions, {} tokens",
        name(),
        size.items(),
        size.total(),
        size.tokens());
    return counts;
  }

  private static <C> C count(ItemList list, Tally<C> tally, List<String> notes) {
    C counts = tally.count(list, notes::add);
    tally.pairs(counts).flatMap(list::hint).ifPresent(hint -> notes.add(list.name() + ": " + hint));
    return counts;
  }

  /** The counts of all lists together, of which some may be empty. */
  private <C> C sum(Tally<C> tally, List<String> notes) {
    Set<Path> files = new HashSet<>();
    for (ItemList list : lists) {
      C part = count(list, tally, notes);
      if (tally.size(part).total() == 0) {
        notes.add(list.name() + ": has no items");
      } else if (!list.file().map(files::add).orElse(true)) {
        notes.add(list.name() + ": is given more than once, and counted each time");
      }
      try {
        tally.add(part);
      } catch (ArithmeticException e) {
        throw new Failure(
            ExitCode.BAD_DATA,
            list.name() + ": with this file, all files have more than 2^63 - 1 characters");
      }
    }
    return tally.sum();
  }
}
