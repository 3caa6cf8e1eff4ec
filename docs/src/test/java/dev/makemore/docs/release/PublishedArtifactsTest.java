package dev.makemore.docs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be published, and what is refused. */
class PublishedArtifactsTest {

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <groupId>a</groupId>
        <artifactId>thing</artifactId>
        <version>1.0.0</version>
        <name>thing</name>
        <description>Does things.</description>
        <url>https://a.test/thing</url>
        <licenses><license><name>L</name><url>https://a.test/license</url></license></licenses>
        <developers><developer><name>Ann</name></developer></developers>
        <scm><connection>scm:git:https://a.test/thing.git</connection><url>https://a.test</url></scm>
      </project>
      """;

  @TempDir Path folder;

  private Path pom;

  @BeforeEach
  void makeFolder() throws IOException {
    pom = folder.resolve("thing-1.0.0.pom");
    write(pom, POM);
    for (String ending : List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json")) {
      write(folder.resolve("thing-1.0.0" + ending), "content");
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Run(int code, String printed) {}

  private static Run run(String... arguments) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int code =
        PublishedArtifacts.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), arguments);
    return new Run(code, bytes.toString(StandardCharsets.UTF_8));
  }

  /** It fails as a release and as a dry run, and names the file and what else is to be found. */
  private void assertFault(String... named) throws IOException {
    for (Run run : List.of(run(folder.toString()), run("--release", folder.toString()))) {
      assertThat(run.printed).contains("FAULT").contains(pom.toString()).contains(named);
      assertThat(run.code).isEqualTo(1);
    }
  }

  @Test
  void whatIsCompleteMayBeReleased() throws IOException {
    assertThat(run("--release", folder.toString()))
        .isEqualTo(new Run(0, "1 checked, 0 faults%n".formatted()));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.test/thing<, https://example.org/thing<, url",
    "Ann, PLACEHOLDER: the developers, developers/developer/name",
    "<url>https://a.test</url></scm>, <url>https://example.org</url></scm>, scm/url",
    "<version>1.0.0<, <version>0.0.0-SNAPSHOT<, version",
  })
  void aPlaceholderIsListedAndNotReleased(String old, String placeholder, String element)
      throws IOException {
    write(pom, POM.replace(old, placeholder));
    Run dryRun = run(folder.toString());
    assertThat(dryRun.printed).contains("not yet " + pom + ": " + element + " is ");
    assertThat(dryRun.code).isZero();
    Run release = run("--release", folder.toString());
    assertThat(release.printed).contains("FAULT   " + pom + ": " + element + " is ");
    assertThat(release.code).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "description", "url", "licenses", "developers", "scm"})
  void aPomThatLacksAnElementIsRefused(String element) throws IOException {
    write(pom, POM.replaceFirst("(?m)^  <" + element + ">.*\n", ""));
    assertFault("it has no " + element);
  }

  @ParameterizedTest
  @ValueSource(strings = {".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json"})
  void anArtifactThatLacksAFileIsRefused(String ending) throws IOException {
    Path file = folder.resolve("thing-1.0.0" + ending);
    write(file, "");
    assertFault(file.getFileName() + " is missing or empty");
    Files.delete(file);
    assertFault(file.getFileName() + " is missing or empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parent", "repositories", "pluginRepositories", "build", "profiles"})
  void whatFlatteningLeavesOutIsRefused(String element) throws IOException {
    write(pom, POM.replace("<name>", "<" + element + "/><name>"));
    assertFault("it has the element " + element);
  }

  @Test
  void aPropertyIsRefused() throws IOException {
    write(pom, POM.replace("Does things.", "Does ${what}."));
    assertFault("description is Does ${what}.");
  }

  @Test
  void aDependencyWithoutAVersionIsRefused() throws IOException {
    write(pom, with("<dependency><groupId>b</groupId><artifactId>other</artifactId></dependency>"));
    assertFault("the dependency other has no version");
  }

  @Test
  void aDependencyOfOursThatIsNotPublishedIsRefused() throws IOException {
    write(
        folder.resolve("bom-1.0.0.pom"),
        POM.replace("<name>", "<packaging>pom</packaging><name>")
            .replace("<artifactId>thing", "<artifactId>bom"));
    write(
        pom,
        with(
            "<dependency><groupId>a</groupId><artifactId>other</artifactId><version>1.0.0</version></dependency>"));
    assertFault("it names other, which is not published");
    write(
        pom,
        with(
            "<dependency><groupId>a</groupId><artifactId>bom</artifactId><version>1.0.0</version></dependency>"));
    assertThat(run("--release", folder.toString()).code).isZero();
  }

  private static String with(String dependency) {
    return POM.replace("<name>thing", "<dependencies>" + dependency + "</dependencies><name>thing");
  }

  @Test
  void inTheTargetOfAModuleItIsTheFlattenedPomThatCounts() throws IOException {
    Files.delete(pom);
    pom = folder.resolve("flattened-pom.xml");
    write(pom, POM);
    assertThat(run("--release", folder.toString()).code).isZero();
    Files.delete(folder.resolve("thing-1.0.0-javadoc.jar"));
    assertFault("thing-1.0.0-javadoc.jar is missing or empty");
  }

  @Test
  void textThatIsNotXmlIsRefused() throws IOException {
    write(pom, "<project>");
    assertFault("it is not XML");
  }

  @Test
  void aFolderWithoutPomsIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Run run = run(empty.toString());
    assertThat(run.printed).contains(empty + ": no published POM is in it");
    assertThat(run.code).isEqualTo(1);
  }

  @Test
  void aWrongCommandLineIsExplained() throws IOException {
    assertThat(run().code).isEqualTo(2);
    assertThat(run("--releas", folder.toString()).printed).startsWith("usage: ");
    assertThat(run(folder.resolve("nowhere").toString()).printed).contains("is not a folder");
  }
}
