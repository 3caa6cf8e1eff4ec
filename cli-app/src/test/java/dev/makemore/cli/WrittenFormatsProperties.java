package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.makemore.cli.report.Rfc4180;
import dev.makemore.cli.table.Labels;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.Arpa;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the command writes is read by parsers that are not ours, whatever the characters are. */
class WrittenFormatsProperties {

  @Provide
  Arbitrary<LanguageModel> models() {
    return HostileModels.arbitrary();
  }

  // SVG, by the XML parser of the JDK

  private static Document parsedXml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static List<String> texts(Document picture, String cssClass) {
    List<String> texts = new ArrayList<>();
    NodeList elements = picture.getElementsByTagNameNS("http://www.w3.org/2000/svg", "text");
    for (int i = 0; i < elements.getLength(); i++) {
      if (((Element) elements.item(i)).getAttribute("class").equals(cssClass)) {
        texts.add(elements.item(i).getTextContent());
      }
    }
    return texts;
  }

  @Property(tries = 100)
  void aPictureHasTheLabelsOfAllPairs(@ForAll("models") LanguageModel model) throws Exception {
    Vocabulary vocabulary = model.vocabulary();
    List<String> pairs = new ArrayList<>();
    for (int context = 0; context < vocabulary.size(); context++) {
      for (int next = 0; next < vocabulary.size(); next++) {
        pairs.add(Labels.of(vocabulary, context) + Labels.of(vocabulary, next));
      }
    }
    Document picture =
        parsedXml(HostileModels.printed(model, "show", "-m", "-", "--format", "svg"));
    assertThat(picture.getElementsByTagName("title").item(0).getTextContent()).endsWith(": -");
    assertThat(texts(picture, "p")).isEqualTo(pairs).doesNotHaveDuplicates();
    assertThat(texts(picture, "n")).hasSameSizeAs(pairs);
  }

  // CSV, by the grammar of RFC 4180

  @Property(tries = 100)
  void commaSeparatedValuesAreTheModel(@ForAll("models") LanguageModel model) throws Exception {
    String text = HostileModels.printed(model, "export", "-m", "-", "--format", "csv");
    assertThat(HostileModels.printed(model, "show", "-m", "-", "--format", "csv")).isEqualTo(text);
    Map<String, Map<String, Double>> table = new HashMap<>();
    List<List<String>> rows = Rfc4180.parsed(text);
    assertThat(rows.get(0)).containsExactly("context", "next", "probability", "count");
    for (List<String> row : rows.subList(1, rows.size())) {
      assertThat(row).hasSize(4);
      Map<String, Double> nexts = table.computeIfAbsent(row.get(0), context -> new HashMap<>());
      assertThat(nexts.put(row.get(1), Double.valueOf(row.get(2)))).isNull();
    }
    assertThat(table).hasSize(model.vocabulary().size());
    assertIsModel(table, model);
  }

  /** Compares a table by texts, in which {@code other} stands for all that a row does not list. */
  private static void assertIsModel(Map<String, Map<String, Double>> table, LanguageModel model) {
    Vocabulary vocabulary = model.vocabulary();
    for (int context = 0; context < vocabulary.size(); context++) {
      Map<String, Double> nexts = table.get(HostileModels.text(vocabulary, context));
      double other = nexts.getOrDefault("other", 0.0);
      for (int next = 0; next < vocabulary.size(); next++) {
        assertThat(nexts.getOrDefault(HostileModels.text(vocabulary, next), other))
            .isEqualTo(model.next(context).probability(next));
      }
    }
  }

  // JSON, by Jackson with nothing that the standard does not allow

  private static Object parsedJson(String text) throws IOException {
    JsonFactory strict =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = strict.createParser(text)) {
      parser.nextToken();
      Object value = value(parser);
      assertThat(parser.nextToken()).isNull(); // and nothing more
      return value;
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        object.put(name, value(parser));
      }
      return object;
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<Object> array = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(parser));
      }
      return array;
    }
    return parser.currentToken() == JsonToken.VALUE_STRING
        ? parser.getText()
        : (Object) parser.getDoubleValue();
  }

  @SuppressWarnings("unchecked")
  private static <T> T get(Object object, String name) {
    return (T) ((Map<String, Object>) object).get(name);
  }

  @Property(tries = 100)
  void aJsonObjectIsTheModel(@ForAll("models") LanguageModel model) throws Exception {
    String text = HostileModels.printed(model, "export", "-m", "-", "--format", "json");
    assertThat(HostileModels.printed(model, "show", "-m", "-", "--json")).isEqualTo(text);
    assertThat(text).hasLineCount(1).endsWith("}\n");
    Object object = parsedJson(text);
    List<String> tokens = new ArrayList<>();
    for (int token = 0; token < model.vocabulary().size(); token++) {
      tokens.add(HostileModels.text(model.vocabulary(), token));
    }
    assertThat(WrittenFormatsProperties.<List<String>>get(object, "vocabulary")).isEqualTo(tokens);
    Map<String, Map<String, Double>> table = new HashMap<>();
    for (Object row : WrittenFormatsProperties.<List<Object>>get(object, "contexts")) {
      Map<String, Double> nexts =
          new HashMap<>(WrittenFormatsProperties.<Map<String, Double>>get(row, "probabilities"));
      nexts.put("other", get(row, "other"));
      assertThat(table.put(get(row, "context"), nexts)).isNull();
    }
    assertThat(table).containsOnlyKeys(tokens);
    assertIsModel(table, model);
  }

  // ARPA, by our reader, and by one that knows nothing but white space, tabs and logarithms

  @Property(tries = 100)
  void anArpaFileIsTheModel(@ForAll("models") LanguageModel model) throws Exception {
    String text = HostileModels.printed(model, "export", "-m", "-", "--format", "arpa");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    LanguageModel again = Arpa.read(new ByteArrayInputStream(bytes), "file").model();
    assertThat(again.vocabulary()).isEqualTo(model.vocabulary());
    Map<String, double[]> ngrams = ngrams(text);
    Vocabulary vocabulary = model.vocabulary();
    for (int context = 0; context < vocabulary.size(); context++) {
      String first = context == Vocabulary.BOUNDARY ? "<s>" : vocabulary.text(context);
      Distribution next = model.next(context);
      for (int token = 0; token < vocabulary.size(); token++) {
        String second = token == Vocabulary.BOUNDARY ? "</s>" : vocabulary.text(token);
        double[] pair = ngrams.get(first + " " + second);
        double log = pair == null ? ngrams.get(first)[1] + ngrams.get(second)[0] : pair[0];
        double expected = next.probability(token);
        assertThat(Math.pow(10, log)).isEqualTo(expected, within(1e-9 * expected + 1e-90));
        assertThat(again.next(context).probability(token))
            .isEqualTo(expected, within(1e-12 * expected));
      }
    }
  }

  /**
   * The logarithm of the probability and that of the backoff, by the words with a space between.
   */
  private static Map<String, double[]> ngrams(String arpa) {
    Map<String, double[]> ngrams = new HashMap<>();
    int words = 0;
    for (String line : arpa.split("\n", -1)) {
      List<String> fields = fields(line);
      if (line.matches("\\\\[12]-grams:")) {
        words = line.charAt(1) - '0';
      } else if (line.equals("\\end\\")) {
        words = 0;
      } else if (words > 0 && !fields.isEmpty()) {
        assertThat(fields).hasSizeBetween(words + 1, words + (words == 1 ? 2 : 1));
        String name =
            fields.subList(1, words + 1).stream()
                .map(WrittenFormatsProperties::meaning)
                .collect(Collectors.joining(" "));
        double backoff = fields.size() > words + 1 ? Double.parseDouble(fields.get(words + 1)) : 0;
        double[] numbers = {Double.parseDouble(fields.get(0)), backoff};
        assertThat(ngrams.put(name, numbers)).isNull();
      }
    }
    return ngrams;
  }

  /** Splits at all that any language takes for white space, or that a line may end with. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    for (String field :
        line.split("[\\p{IsWhite_Space}\\p{javaWhitespace}\\x00\\x1C-\\x1F\\u200B\\uFEFF]+")) {
      if (!field.isEmpty()) {
        fields.add(field);
      }
    }
    return fields;
  }

  /** What a word means: the character that {@code <U+0020>} names, or else the word itself. */
  private static String meaning(String word) {
    Matcher number = Pattern.compile("<U\\+([0-9A-F]{4,6})>").matcher(word);
    return number.matches() ? Character.toString(Integer.parseInt(number.group(1), 16)) : word;
  }
}
