package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The libraries that the command is shipped with, and what their licenses ask for. */
class NoticesIT {

  private static final Path HOME = Path.of("target", "makemore");
  private static final Path LEGAL = HOME.resolve("legal");

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static List<Path> libraries() throws IOException {
    return list(HOME.resolve("lib")).stream()
        .filter(jar -> !jar.getFileName().toString().startsWith("makemore-"))
        .toList();
  }

  /** The folder in {@code legal} that a library's name begins with, such as {@code logback}. */
  private static Path notices(Path library) throws IOException {
    String name = library.getFileName().toString();
    return list(LEGAL).stream()
        .filter(folder -> name.startsWith(folder.getFileName() + "-"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no folder for " + name + " in " + LEGAL));
  }

  @Test
  void everyLibraryHasItsNoticesAndIsListed() throws IOException {
    assertThat(libraries()).hasSizeGreaterThan(2);
    for (Path library : libraries()) {
      assertThat(list(notices(library))).as(library.toString()).isNotEmpty();
      assertThat(LEGAL.resolve("README.md"))
          .content()
          .contains("| " + notices(library).getFileName() + " ");
    }
  }

  @Test
  void theTextsInsideALibraryAreShippedAsTheyAre() throws IOException {
    byte[] apache = Files.readAllBytes(HOME.resolve("LICENSE"));
    int compared = 0;
    for (Path library : libraries()) {
      try (JarFile jar = new JarFile(library.toFile())) {
        for (JarEntry text : jar.stream().filter(NoticesIT::isLegal).toList()) {
          try (InputStream in = jar.getInputStream(text)) {
            byte[] bytes = in.readAllBytes();
            Path copy = notices(library).resolve(Path.of(text.getName()).getFileName());
            byte[] shipped = Files.exists(copy) ? Files.readAllBytes(copy) : apache;
            assertThat(shipped).as(library + "!/" + text.getName()).isEqualTo(bytes);
            compared++;
          }
        }
      }
    }
    assertThat(compared).isPositive();
  }

  private static boolean isLegal(JarEntry entry) {
    return entry.getName().matches("(META-INF/)?[^/]*(LICEN[CS]E|NOTICE|COPYING)[^/]*");
  }

  @Test
  void everyFolderIsOfALibrary() throws IOException {
    for (Path folder : list(LEGAL).stream().filter(Files::isDirectory).toList()) {
      assertThat(libraries())
          .anyMatch(jar -> jar.getFileName().toString().startsWith(folder.getFileName() + "-"));
    }
  }
}
