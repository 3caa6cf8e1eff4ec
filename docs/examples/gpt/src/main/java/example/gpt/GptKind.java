package example.gpt;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.io.ModelReader;
import dev.makemore.model.io.ModelWriter;
import java.io.IOException;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Saves and loads a {@link Gpt}: its sizes are headers, and its numbers are parameters. */
public final class GptKind implements ModelKind {

  @Override
  public String name() {
    return "gpt";
  }

  @Override
  public String module() {
    return "example.gpt";
  }

  @Override
  public Class<Gpt> type() {
    return Gpt.class;
  }

  @Override
  public void write(LanguageModel model, ModelWriter out) {
    Gpt gpt = type().cast(model);
    out.header("width", gpt.shape.width());
    out.header("heads", gpt.shape.heads());
    out.header("context", gpt.shape.context());
    out.parameters();
    gpt.parameters.keySet().forEach(name -> out.parameter(name, gpt.numbers(name)));
  }

  @Override
  public Gpt read(ModelReader in) throws IOException {
    try {
      Gpt.Shape shape = new Gpt.Shape(size(in, "width"), size(in, "heads"), size(in, "context"));
      Map<String, double[]> parameters = in.parameters();
      return new Gpt(in.vocabulary(), shape, (name, count) -> checked(parameters, name, count));
    } catch (IllegalArgumentException e) {
      throw in.header("width").malformed(String.valueOf(e.getMessage()));
    }
  }

  private static int size(ModelReader in, String key) throws IOException {
    return (int) Math.min(Integer.MAX_VALUE, in.header(key).asCount());
  }

  /** The numbers of a parameter, none of which is so large that a result could be infinite. */
  private static double[] checked(Map<String, double[]> parameters, String name, int count) {
    double[] numbers = parameters.getOrDefault(name, new double[0]);
    if (numbers.length != count || DoubleStream.of(numbers).anyMatch(x -> Math.abs(x) > 1e9)) {
      throw new IllegalArgumentException(name + " needs " + count + " numbers from -1E9 to 1E9");
    }
    return numbers;
  }
}
