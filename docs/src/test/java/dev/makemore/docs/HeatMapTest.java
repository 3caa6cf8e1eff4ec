package dev.makemore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.BigramCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HeatMapTest {

  private static final Path NAMES =
      Path.of("cli-app/src/main/resources/dev/makemore/cli/names.txt");
  private static final Path COMMITTED = Path.of("docs/heat-map.svg");
  private static final Path DRAWN = Path.of("docs/target/heat-map.svg");

  @Test
  void theCommittedPictureIsTheOneThatTheCodeDraws() throws IOException {
    String drawn = HeatMap.svg(BigramCounts.read(NAMES));
    Files.createDirectories(DRAWN.getParent());
    Files.writeString(DRAWN, drawn);
    assertThat(COMMITTED)
        .withFailMessage("copy %s to %s, and look at it", DRAWN, COMMITTED)
        .exists()
        .hasContent(drawn);
  }
}
