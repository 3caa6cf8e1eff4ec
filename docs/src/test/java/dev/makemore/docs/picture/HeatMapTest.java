package dev.makemore.docs.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A picture that {@code makemore show} draws of any text. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class HeatMapTest {

  @Test
  void aPictureOfAnyCharactersIsXmlWithTheirPairs(@TempDir Path folder) throws Exception {
    Path text = folder.resolve("text");
    Files.writeString(text, "<a>&\"'\u0007\uFFFE\uD83D\uDE00]]>\n");
    String svg = Command.output("show", "--format", "svg", "-i", text.toString());
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    NodeList texts = picture.getElementsByTagName("text");
    assertThat(IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent()))
        .contains("<a", ">&", "&\"", "\"'", "'\\u{7}", "\\u{FFFE}\uD83D\uDE00", "]>", ">.");
  }
}
