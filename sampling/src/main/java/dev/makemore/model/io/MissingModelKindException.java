package dev.makemore.model.io;

import dev.makemore.model.notation.Quoted;
import java.io.IOException;
import java.io.Serial;

/** Thrown when the program lacks the module that reads a kind of model. The message names it. */
public final class MissingModelKindException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private static final int MAX_LENGTH = 200; // of the name of a module in the message

  private final String kind;
  private final String module;

  MissingModelKindException(String source, String kind, String module) {
    super(
        source
            + ": holds a model of kind "
            + Quoted.of(kind)
            + ", which module "
            + Quoted.cut(module, MAX_LENGTH)
            + " reads; put that module on the module path (and require it or add it with"
            + " --add-modules), or put its jar on the class path");
    this.kind = Quoted.cut(kind, MAX_LENGTH);
    this.module = module;
  }

  /** The kind of the model, as the file says; a very long one is cut. */
  public String kind() {
    return kind;
  }

  /** The name of the missing module, as the file says. */
  public String module() {
    return module;
  }
}
