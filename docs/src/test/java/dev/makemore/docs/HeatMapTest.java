package dev.makemore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The pictures that {@code makemore show} draws. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class HeatMapTest {

  private static final String MAKEMORE = "cli-app/target/makemore/bin/makemore";
  private static final Path COMMITTED = Path.of("docs/heat-map.svg");
  private static final Path DRAWN = Path.of("docs/target/heat-map.svg");

  /** Has the command draw into a file. */
  private static String show(Path file, String... options)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(MAKEMORE, "show", "--format", "svg");
    builder.command().addAll(List.of(options));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(key -> key.startsWith("MAKEMORE_"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT).redirectOutput(file.toFile());
    assertThat(builder.start().waitFor()).isZero();
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @Test
  void theCommittedPictureIsTheOneThatTheCommandDraws() throws Exception {
    Files.createDirectories(DRAWN.getParent());
    String drawn = show(DRAWN, "--counts");
    assertThat(COMMITTED)
        .withFailMessage("copy %s to %s, and look at it", DRAWN, COMMITTED)
        .exists()
        .hasContent(drawn);
  }

  @Test
  void aPictureOfAnyCharactersIsXmlWithTheirPairs(@TempDir Path folder) throws Exception {
    Path text = folder.resolve("text");
    Files.writeString(text, "<a>&\"'\u0007\uFFFE\uD83D\uDE00]]>\n");
    String svg = show(folder.resolve("svg"), "-i", text.toString());
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    NodeList texts = picture.getElementsByTagName("text");
    assertThat(IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent()))
        .contains("<a", ">&", "&\"", "\"'", "'\\u{7}", "\\u{FFFE}\uD83D\uDE00", "]>", ">.");
  }
}
