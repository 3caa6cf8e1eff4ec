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
        found("<rule groupId=\"(.*?)\">[^(]*\\((.*?),\\)", ".ci/versions.xml");
    assertThat(ignored).hasSizeGreaterThan(3);
    assertThat(
            found(
                "dependency-name: \"(.*?)\"\\s+versions: \\[\"> (.*?)\"]",
                ".github/dependabot.yml"))
        .isEqualTo(ignored);
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains(ignored.values().stream().map(version -> ">" + version + "<").toList());
  }
}
