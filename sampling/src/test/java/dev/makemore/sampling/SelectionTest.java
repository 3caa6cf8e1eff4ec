package dev.makemore.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.sampling.Selection.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private final List<String> taken = new ArrayList<>();

  private Report take(Selection selection, int count, String... texts) {
    return selection.take(
        count, Stream.of(texts).map(t -> new Sample(t, t.length() > 3)), s -> taken.add(s.text()));
  }

  @Test
  void allTakesTheFirstItems() {
    assertThat(take(Selection.all(), 3, "a", "a", "b", "c")).isEqualTo(new Report(3, 3, 0, false));
    assertThat(taken).containsExactly("a", "a", "b");
  }

  @Test
  void uniqueTakesNoItemTwice() {
    assertThat(take(Selection.all().unique(), 3, "a", "a", "b", "a", "c", "d"))
        .isEqualTo(new Report(3, 5, 0, false));
    assertThat(taken).containsExactly("a", "b", "c");
  }

  @Test
  void whatIsKnownIsLeftOut() {
    assertThat(take(Selection.all().excluding(List.of("a", "c")), 2, "a", "b", "c", "b"))
        .isEqualTo(new Report(2, 4, 0, false));
    assertThat(taken).containsExactly("b", "b");
  }

  @Test
  void whatIsLeftOutAddsUp() {
    take(Selection.all().excluding(List.of("a")).excluding(List.of("b")), 1, "a", "b", "c");
    assertThat(taken).containsExactly("c");
  }

  @Test
  void onlyWhatIsWantedIsTaken() {
    Selection selection = Selection.all().matching(sample -> sample.text().startsWith("a"));
    assertThat(take(selection, 2, "b", "ab", "c", "ac", "ad"))
        .isEqualTo(new Report(2, 4, 0, false));
    assertThat(taken).containsExactly("ab", "ac");
  }

  @Test
  void cutItemsNeedNotBeWanted() {
    assertThat(take(Selection.all().matching(sample -> !sample.cut()), 2, "long", "a", "b"))
        .isEqualTo(new Report(2, 3, 0, false));
  }

  @Test
  void whatIsWantedAddsUpAndHoldsBesideTheOtherFilters() {
    Selection selection =
        Selection.all()
            .matching(sample -> sample.text().startsWith("a"))
            .unique()
            .matching(sample -> sample.text().endsWith("z"))
            .excluding(List.of("abz"))
            .withMaxTries(4);
    Report report = take(selection, 3, "abz", "a", "z", "az", "az", "az", "z", "a", "acz");
    assertThat(report).isEqualTo(new Report(1, 8, 0, true));
    assertThat(taken).containsExactly("az");
  }

  @Test
  void bothFiltersHoldTogether() {
    Selection selection = Selection.all().unique().excluding(List.of("a"));
    take(selection, 2, "a", "b", "b", "c");
    assertThat(taken).containsExactly("b", "c");
  }

  @Test
  void itGivesUpAfterSoManyRejectedInARowAndSaysSo() {
    Selection selection = Selection.all().unique().withMaxTries(3);
    assertThat(take(selection, 9, "a", "a", "a", "b", "b", "b", "b", "c"))
        .isEqualTo(new Report(2, 7, 0, true));
    assertThat(taken).containsExactly("a", "b");
  }

  @Test
  void aStreamThatEndsIsReported() {
    assertThat(take(Selection.all(), 3, "a")).isEqualTo(new Report(1, 1, 0, true));
  }

  @Test
  void anEndlessModelWithFewItemsDoesNotRunForEver() {
    Stream<Sample> same = Stream.generate(() -> new Sample("a", false));
    Report report = Selection.all().unique().take(2, same, s -> {});
    assertThat(report).isEqualTo(new Report(1, 1 + Selection.DEFAULT_MAX_TRIES, 0, true));
  }

  @Test
  void cutItemsAreCountedWhereTheyAreTaken() {
    assertThat(take(Selection.all().unique(), 2, "long1", "long1", "b").cut()).isEqualTo(1);
  }

  @Test
  void noneAreTakenWhenNoneAreWanted() {
    assertThat(take(Selection.all(), 0, "a")).isEqualTo(new Report(0, 0, 0, false));
  }

  @Test
  void aSelectionCanBeUsedAgain() {
    Selection unique = Selection.all().unique();
    take(unique, 1, "a");
    take(unique, 1, "a");
    assertThat(taken).containsExactly("a", "a");
  }

  @Test
  void numbersThatMakeNoSenseAreNamed() {
    assertThatThrownBy(() -> take(Selection.all(), -1)).hasMessageContaining("was -1");
    assertThatThrownBy(() -> Selection.all().withMaxTries(0)).hasMessageContaining("was 0");
  }

  @Test
  void oneTryMayBeAllThereIs() {
    assertThat(take(Selection.all().unique().withMaxTries(1), 9, "a", "b", "b", "c"))
        .isEqualTo(new Report(2, 3, 0, true));
  }
}
