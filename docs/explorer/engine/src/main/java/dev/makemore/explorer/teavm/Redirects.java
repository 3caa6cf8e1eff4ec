package dev.makemore.explorer.teavm;

import dev.makemore.explorer.jdk.Formats;
import dev.makemore.explorer.jdk.Replacements;
import dev.makemore.explorer.math.Fdlibm;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Sends calls of static methods elsewhere while the compiler reads the libraries: those of {@link
 * StrictMath} to {@link Fdlibm}, since a browser's functions have other bits, and those that the
 * compiler's class library lacks to {@link Replacements}.
 *
 * <p>This is a service that the compiler finds.
 */
public final class Redirects implements TeaVMPlugin {

  private final Map<MethodReference, MethodReference> targets = new HashMap<>();

  /** For the service loader. */
  public Redirects() {
    for (String function : new String[] {"exp", "log", "log1p", "log10", "tanh"}) {
      redirect(StrictMath.class, Fdlibm.class, function, double.class, double.class);
    }
    redirect(StrictMath.class, Fdlibm.class, "pow", double.class, double.class, double.class);
    redirect(Math.class, Fdlibm.class, "log", double.class, double.class);
    redirect(Math.class, Replacements.class, "multiplyHigh", long.class, long.class, long.class);
    redirect(Character.class, Replacements.class, "toString", int.class, String.class);
    redirect(Character.class, Replacements.class, "isIdeographic", int.class, boolean.class);
    redirect(
        String.class,
        Formats.class,
        "format",
        Locale.class,
        String.class,
        Object[].class,
        String.class);
    redirect(LoggerFactory.class, Replacements.class, "getLogger", Class.class, Logger.class);
  }

  /** Where each method is sent. */
  Map<MethodReference, MethodReference> targets() {
    return Map.copyOf(targets);
  }

  /** Redirects a method to that of the same name and signature: parameters, then the result. */
  private void redirect(Class<?> from, Class<?> to, String name, Class<?>... signature) {
    targets.put(
        new MethodReference(from, name, signature), new MethodReference(to, name, signature));
  }

  /** Changes the classes of this project only: the compiler's class library keeps its own calls. */
  @Override
  public void install(TeaVMHost host) {
    host.add(
        (type, context) -> {
          if (type.getName().startsWith("dev.makemore.")) {
            redirectIn(type);
          }
        });
  }

  private void redirectIn(ClassHolder type) {
    for (MethodHolder method : type.getMethods()) {
      if (method.getProgram() != null) {
        for (BasicBlock block : method.getProgram().getBasicBlocks()) {
          for (Instruction instruction : block) {
            if (instruction instanceof InvokeInstruction call) {
              call.setMethod(targets.getOrDefault(call.getMethod(), call.getMethod()));
            }
          }
        }
      }
    }
  }
}
