package dev.makemore.model.io;

import java.io.IOException;
import java.io.Serial;

/** Thrown when the module that reads a kind of model is not there. The message names it. */
public final class MissingModelKindException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final String module;

  MissingModelKindException(String source, String kind, String module) {
    super(
        source
            + ": holds a model of kind '"
            + kind
            + "', which module "
            + module
            + " reads; put that module on the module path (and require it or --add-modules it), or"
            + " its jar on the class path");
    this.module = module;
  }

  /** The name of the missing module, as the file says. */
  public String module() {
    return module;
  }
}
