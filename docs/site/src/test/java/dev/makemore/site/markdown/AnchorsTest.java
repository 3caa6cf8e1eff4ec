package dev.makemore.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The expected anchors are those that GitHub gives these headings. */
class AnchorsTest {

  @Test
  void anAnchorIsInLowerCaseWithHyphensForSpaces() {
    assertThat(new Anchors().next("Type along")).isEqualTo("type-along");
  }

  @Test
  void punctuationIsLeftOutAndLeavesItsSpaces() {
    assertThat(new Anchors().next("4. Derivatives, from a tape?"))
        .isEqualTo("4-derivatives-from-a-tape");
    assertThat(new Anchors().next("a - b")).isEqualTo("a---b");
    assertThat(new Anchors().next("`--top-k` and snake_case")).isEqualTo("--top-k-and-snake_case");
  }

  @Test
  void lettersOfAllScriptsStay() {
    assertThat(new Anchors().next("Größe é")).isEqualTo("größe-é");
  }

  @Test
  void equalHeadingsGetNumbers() {
    Anchors anchors = new Anchors();
    assertThat(anchors.next("Notes")).isEqualTo("notes");
    assertThat(anchors.next("Notes")).isEqualTo("notes-1");
    assertThat(anchors.next("notes!")).isEqualTo("notes-2");
  }
}
