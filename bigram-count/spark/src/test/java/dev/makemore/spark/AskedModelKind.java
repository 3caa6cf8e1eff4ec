package dev.makemore.spark;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.io.ModelReader;
import dev.makemore.model.io.ModelWriter;
import java.io.IOException;

/** How an {@link AskedModel} is sent: a file without rows. */
public final class AskedModelKind implements ModelKind {

  @Override
  public String name() {
    return "asked";
  }

  @Override
  public String module() {
    return "dev.makemore.spark";
  }

  @Override
  public Class<AskedModel> type() {
    return AskedModel.class;
  }

  @Override
  public void write(LanguageModel model, ModelWriter out) {
    out.columns("none");
  }

  @Override
  public AskedModel read(ModelReader in) throws IOException {
    in.rows("none", (context, next, value) -> {});
    return new AskedModel(in.vocabulary());
  }
}
