package dev.makemore.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.contract.Sealed;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PerceptronModelKindTest {

  /** Two tokens, a context of two, embeddings of one number, one neuron: 2 + 2 + 1 + 2 + 2. */
  private static final String FILE =
      """
      # makemore model 1
      # kind: mlp
      # module: dev.makemore.mlp
      # characters: a
      # context: 2
      # embedding: 1
      # hidden: 1
      # steps: 10
      # batch-size: 32
      # learning-rate: 0.01
      # seed: -7
      # predictions: 8
      # text: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
      # taken: 3
      parameter	index	value
      embedding	0	1
      embedding	1	-1
      hidden.weights	0	0.5
      hidden.weights	1	2
      hidden.bias	0	0.25
      output.weights	0	1
      output.weights	1	-1
      output.bias	0	0
      output.bias	1	0.5
      """
          + means("adam.m", "-0.125")
          + means("adam.v", "2E-7");

  private static String means(String name, String number) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      rows.append(name + "\t" + i + "\t" + number + "\n");
    }
    return rows.toString();
  }

  private static LanguageModel read(String text) throws IOException {
    return ModelFile.read(Sealed.file(text), "m");
  }

  private static void assertMalformed(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MalformedModelException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aFileIsReadAsSpecified() throws IOException {
    PerceptronModel model = (PerceptronModel) read(FILE);
    assertThat(model.contextLength()).isEqualTo(2);
    assertThat(model.embeddingSize()).isEqualTo(1);
    assertThat(model.hiddenSize()).isEqualTo(1);
    assertThat(model.parameterCount()).isEqualTo(9);
    assertThat(model.steps()).isEqualTo(3);
    assertThat(model.embedding(1)).containsExactly(-1);
    assertThat(model.training().settings()).isEqualTo(new Settings(1, 1, 10, 32, 0.01, -7));
    // After the boundary and a: h = tanh(0.5 * 1 + 2 * -1 + 0.25), and logits h and -h + 0.5.
    double h = Math.tanh(-1.25);
    assertThat(model.probability(1, 0, 1))
        .isEqualTo(1 / (1 + Math.exp(h - (0.5 - h))), within(1e-15));
  }

  @Test
  void aFileIsWrittenAsSpecified() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(read(FILE), bytes);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(Sealed.text(FILE));
  }

  @Test
  void whatIsWrongIsToldWithItsLine() {
    assertMalformed(
        FILE.replace("context: 2", "context: 16"), "m:5: '16' is not a whole number from 1 to 15");
    assertMalformed(FILE.replace("embedding: 1", "embedding: 0"), "m:6: '0' is not a whole number");
    assertMalformed(FILE.replace("hidden: 1", "hidden: 01"), "m:7: '01' is not a whole number");
    assertMalformed(FILE.replace("hidden: 1", "hidden: x"), "m:7: 'x' is not a whole number");
    assertMalformed(
        FILE.replace("hidden: 1", "hidden: 2"),
        "m:7: these sizes need 4 numbers of the parameter hidden.weights, and there are 2");
    assertMalformed(
        FILE.replace("embedding: 1", "embedding: 1000").replace("hidden: 1", "hidden: 100000"),
        "m:7: a model has at most 1,000,000 parameters, and these sizes make 200,302,002");
    assertMalformed(FILE.replace("rate: 0.01", "rate: 0"), "m:10: the learning rate must be");
    assertMalformed(
        FILE.replace("rate: 0.01", "rate: 1.5"), "m:10: the learning rate must be above");
    assertMalformed(
        FILE.replace("text: 9", "text: A"),
        "m:13: 'Af86d081884c7d659a2feaa0c55ad015a3bf4f1b...' is not");
    assertMalformed(FILE.replace("# text: ", "# hash: "), "m:15: there is no header '# text: ...'");
    assertMalformed(FILE.replace("taken: 3", "taken: 11"), "m:14: '11' is not a whole number from");
    assertMalformed(FILE.replace("# seed: -7\n", ""), "m:14: there is no header '# seed: ...'");
    assertMalformed(
        FILE.replace("\t0.25", "\t1E101"),
        "m:7: parameter hidden.bias, index 0: 1.0E101 is not from -1.0E100 to 1.0E100");
    assertMalformed(
        FILE.replace("embedding\t1\t-1", "embedding\t1\t-1E300"),
        "m:7: parameter embedding, index 1: -1.0E300 is not from -1.0E100 to 1.0E100");
    assertMalformed(
        FILE.replace("2E-7", "-1"), "m:7: parameter adam.v, index 0: -1.0 is not from 0.0 to");
    assertMalformed(FILE.replace("adam.v", "adam.w"), "m:7: these sizes need 9 numbers of the");
  }
}
