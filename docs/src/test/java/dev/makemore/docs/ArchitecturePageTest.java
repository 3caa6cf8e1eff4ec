package dev.makemore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures of docs/ARCHITECTURE.md are drawn from the classes as they are. */
class ArchitecturePageTest {

  private static final Path PAGE = Path.of("docs/ARCHITECTURE.md");

  /** A class in backquotes. */
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");

  private static final JavaClasses MAKEMORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/contract/"))
          .importPackages("dev.makemore");

  private static void assertShown(String prefix, String... tops) throws IOException {
    List<String> drawn = PackageMap.of(MAKEMORE, Set.of(tops)).mermaid(prefix);
    assertThat(MarkdownPage.read(PAGE).blocksIn("mermaid"))
        .as("put this into %s:%n%s", PAGE, String.join("\n", drawn))
        .extracting(MarkdownPage.Block::lines)
        .contains(drawn);
  }

  @Test
  void thePictureOfTheLibrariesIsWhatTheirClassesUse() throws IOException {
    assertShown(
        "dev.makemore.",
        "dev.makemore.autograd",
        "dev.makemore.model",
        "dev.makemore.sampling",
        "dev.makemore.bigram",
        "dev.makemore.ngram",
        "dev.makemore.mlp");
  }

  @Test
  void thePictureOfTheCommandIsWhatItsClassesUse() throws IOException {
    assertShown("dev.makemore.", "dev.makemore.cli");
  }

  @Test
  void everyClassThatThePageNamesExists() throws IOException {
    Set<String> sources;
    try (Stream<Path> files = Files.walk(MarkdownPage.root())) {
      sources =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .collect(Collectors.toSet());
    }
    List<String> named =
        CLASS.matcher(Files.readString(PAGE)).results().map(m -> m.group(1) + ".java").toList();
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(sources).containsAll(named);
  }
}
