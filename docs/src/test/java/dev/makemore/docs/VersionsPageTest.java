package dev.makemore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The API that docs/reference/versions.md names is what the published modules export. */
class VersionsPageTest {

  private static final Path PAGE = Path.of("docs/reference/versions.md");

  /** A module, in the order of the table's columns. */
  private record Module(String artifact, String name, List<String> packages) {}

  @Test
  void thePageNamesTheExportedPackagesOfEveryPublishedModule() throws IOException {
    List<Module> published = new ArrayList<>();
    for (String folder : found("<module>(.*?)</module>", Path.of("pom.xml"))) {
      Path declaration = Path.of(folder, "src/main/java/module-info.java");
      Path pom = Path.of(folder, "pom.xml");
      if (Files.exists(declaration) && !found("<maven.deploy.skip>(.*)</", pom).contains("true")) {
        published.add(
            new Module(
                found("(?m)^  <artifactId>(.*)</", pom).get(0),
                found("(?m)^(?:open )?module (\\S+)", declaration).get(0),
                found("(?m)^  exports (\\S+);", declaration)));
      }
    }
    assertThat(published).hasSizeGreaterThan(5);
    assertThat(shown()).containsExactlyInAnyOrderElementsOf(published);
  }

  private static List<Module> shown() throws IOException {
    List<Module> shown = new ArrayList<>();
    try (Stream<String> lines = Files.lines(PAGE)) {
      for (String row : lines.filter(line -> line.startsWith("| `makemore-")).toList()) {
        List<String> names =
            Pattern.compile("`(\\S+?)`").matcher(row).results().map(m -> m.group(1)).toList();
        shown.add(new Module(names.get(0), names.get(1), names.subList(2, names.size())));
      }
    }
    return shown;
  }

  private static List<String> found(String regex, Path file) throws IOException {
    return Pattern.compile(regex)
        .matcher(Files.readString(file))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
