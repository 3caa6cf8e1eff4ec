package dev.makemore.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.picture.Ink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTextTest {

  private static String bar(double share, String note) {
    return LiveLine.bar(4, share, note, Ink.plain());
  }

  @Test
  void aProgressBarFillsFromLeftToRight() {
    assertThat(bar(0, "now")).isEqualTo("[    ]  now");
    assertThat(bar(0.5, "now")).isEqualTo("[##  ]  now");
    assertThat(bar(7, "now")).isEqualTo("[####]  now");
    assertThat(bar(-1, "now")).isEqualTo("[    ]  now");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "9949, 9.9 kB",
    "9950, 10 kB",
    "999499, 999 kB",
    "999500, 1.0 MB",
    "2600000000, 2.6 GB",
    "9223372036854775807, 9.2 EB",
  })
  void bytesAreShownInTwoOrThreeDigits(long bytes, String text) {
    assertThat(WatchedStream.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0:00", "0.2, 0:01", "59, 0:59", "59.5, 1:00", "3599, 59:59", "3723, 1:02:03"})
  void timesAreShownAsAClockDoes(double seconds, String text) {
    assertThat(Progress.time(seconds)).isEqualTo(text);
  }

  /** Every width gets the most important facts, and none gets a line that would wrap. */
  @Test
  void aLineNeverTakesMoreColumnsThanThereAre() {
    ProgressText text = ProgressText.of(0.45, "45%", "0:07 left", "90 MB of 200 MB", "120 MB/s");
    for (int columns = 0; columns <= 100; columns++) {
      assertThat(text.fitting(columns)).hasSizeLessThanOrEqualTo(columns);
    }
    assertThat(text.fitting(79))
        .isEqualTo("[#########           ]  45%, 0:07 left, 90 MB of 200 MB, 120 MB/s");
    assertThat(text.fitting(60)).isEqualTo("[###     ]  45%, 0:07 left, 90 MB of 200 MB, 120 MB/s");
    assertThat(text.fitting(39)).isEqualTo("[###     ]  45%, 0:07 left");
    assertThat(text.fitting(20)).isEqualTo("[###     ]  45%");
    assertThat(text.fitting(14)).isEqualTo("45%, 0:07 left");
    assertThat(text.fitting(2)).isEmpty();
  }
}
