package dev.makemore.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

  private static final Condition ALL =
      Condition.none().withMinLength(3).withMaxLength(5).withSuffix("na");

  @Test
  void everyTextMeetsNoCondition() {
    assertThat(Condition.none().test("")).isTrue();
    assertThat(Condition.none().test("a".repeat(5_000))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ana, true",
    "na, false",
    "hanna, true",
    "joanna, false",
    "anas, false",
    "nanna, true"
  })
  void aTextMeetsAllPartsOrNone(String text, boolean meets) {
    assertThat(ALL.test(text)).isEqualTo(meets);
  }

  @Test
  void aSuffixMayBeTheWholeText() {
    assertThat(Condition.none().withSuffix("na").test("na")).isTrue();
  }

  @Test
  void lengthsAreInCodePoints() {
    String two = "\uD83D\uDE00\uD83D\uDE00";
    assertThat(Condition.none().withMinLength(3).test(two)).isFalse();
    assertThat(Condition.none().withMaxLength(2).test(two)).isTrue();
    assertThat(Condition.none().withSuffix(two).withMaxLength(2).test(two)).isTrue();
  }

  @Test
  void itsPartsCanBeRead() {
    assertThat(ALL.minLength()).isEqualTo(3);
    assertThat(ALL.maxLength()).hasValue(5);
    assertThat(ALL.suffix()).isEqualTo("na");
    assertThat(Condition.none().minLength()).isZero();
    assertThat(Condition.none().maxLength()).isEmpty();
    assertThat(Condition.none().suffix()).isEmpty();
  }

  @Test
  void itSaysWhatIsAsked() {
    assertThat(ALL).hasToString("at least 3 characters, at most 5 characters, ends with 'na'");
    assertThat(Condition.none().withMinLength(1)).hasToString("at least 1 character");
    assertThat(Condition.none()).hasToString("anything");
  }

  @Test
  void equalPartsMakeEqualConditions() {
    Condition other = Condition.none().withSuffix("na").withMaxLength(5).withMinLength(3);
    assertThat(other).isEqualTo(ALL).hasSameHashCodeAs(ALL);
    assertThat(other.withMinLength(2)).isNotEqualTo(ALL);
    assertThat(other.withMaxLength(4)).isNotEqualTo(ALL);
    assertThat(other.withSuffix("a")).isNotEqualTo(ALL);
  }

  @Test
  void aPartThatNoTextCanMeetIsNamed() {
    assertRefused("minimum length must be >= 0, was -1", () -> ALL.withMinLength(-1));
    assertRefused("maximum length must be >= 0, was -2", () -> ALL.withMaxLength(-2));
    assertRefused("minimum length 6 is more than the maximum length 5", () -> ALL.withMinLength(6));
    assertRefused("minimum length 3 is more than the maximum length 2", () -> ALL.withMaxLength(2));
    assertRefused(
        "maximum length 5 is shorter than the suffix 'joanna'", () -> ALL.withSuffix("joanna"));
  }

  private static void assertRefused(String message, ThrowingCallable use) {
    assertThatIllegalArgumentException().isThrownBy(use).withMessage(message);
  }
}
