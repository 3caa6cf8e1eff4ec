package dev.makemore.docs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Versions that are too new for us, in the two places that look for newer ones. */
class NewerVersionsTest {

  private static Map<String, String> found(String regex, String file) throws IOException {
    return Pattern.compile(regex)
        .matcher(Files.readString(Path.of(file)))
        .results()
        .collect(
            Collectors.toMap(m -> m.group(1).replace("\" artifactId=\"", ":"), m -> m.group(2)));
  }

  @Test
  void bothIgnoreTheSameAndThePomHasTheLastVersionsThatTheyAllow() throws IOException {
    Map<String, String> ignored =
        found("<rule groupId=\"(.*?)\">[^(\\[]*\\((.*?),\\)", ".ci/versions.xml");
    assertThat(ignored).hasSizeGreaterThan(3);
    assertThat(
            found(
                "dependency-name: \"(.*?)\"\\s+versions: \\[\"> (.*?)\"]",
                ".github/dependabot.yml"))
        .isEqualTo(ignored);
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains(ignored.values().stream().map(version -> ">" + version + "<").toList());
  }

  /** Dependabot cannot ignore a version in one module only, so it leaves that module out. */
  @Test
  void whatGoesWithSparkIsLeftOutInItsModuleAlone() throws IOException {
    String module = "bigram-count/spark";
    assertThat(Files.readString(Path.of(".github/dependabot.yml")))
        .contains("exclude-paths:\n      - \"" + module + "/**\"\n")
        .doesNotContain("jackson");
    assertThat(Files.readString(Path.of(".ci/versions.xml"))).doesNotContain("fasterxml");
    String pom = Files.readString(Path.of(module, "pom.xml"));
    assertThat(pom).contains("<exclude>com.fasterxml.jackson.core:jackson-core</exclude>");
    assertThat(
            found("<rule groupId=\"(org.apache.spark)\" .*?>[^(]*\\[(.*?),\\)", ".ci/versions.xml"))
        .hasEntrySatisfying(
            "org.apache.spark", first -> assertThat(pom).contains(">" + earlier(first) + "."));
  }

  /** The minor version before another one: 4.0 before 4.1. */
  private static String earlier(String minor) {
    int point = minor.indexOf('.');
    return minor.substring(0, point + 1) + (Integer.parseInt(minor.substring(point + 1)) - 1);
  }
}
