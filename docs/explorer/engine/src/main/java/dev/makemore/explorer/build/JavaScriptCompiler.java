package dev.makemore.explorer.build;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.callgraph.CallGraph;
import org.teavm.diagnostics.ProblemProvider;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles the engine, and what it needs of the libraries on this program's class path, to
 * JavaScript.
 *
 * <p>The compiler writes classes in an order that comes from identity hash codes, which a JVM
 * chooses anew in each run. In a JVM that is started with {@code -XX:hashCode=2} they are constant,
 * and two builds give the same bytes. That is why this is a program, and not a plugin of Maven: in
 * Maven's own JVM that option would change the compiler of Java, too.
 */
public final class JavaScriptCompiler {

  private JavaScriptCompiler() {}

  /**
   * Compiles.
   *
   * @param arguments the class whose methods the page calls, the folder to write to, and the name
   *     of the file there
   * @throws IOException if there is something that can't be compiled; the log says what
   */
  public static void main(String... arguments) throws IOException {
    TeaVMTool tool = new TeaVMTool();
    tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
    tool.setJsModuleType(JSModuleType.NONE);
    tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    tool.setObfuscated(true);
    tool.setMainClass(arguments[0]);
    tool.setTargetDirectory(new File(arguments[1]));
    tool.setTargetFileName(arguments[2]);
    String[] classPath = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    tool.setClassPath(Arrays.stream(classPath).map(File::new).toList());
    ConsoleTeaVMToolLog log = new ConsoleTeaVMToolLog(false);
    tool.setLog(log);
    try {
      tool.generate();
    } catch (TeaVMToolException e) {
      throw new IOException("the engine can't be compiled to JavaScript", e);
    }
    ProblemProvider problems = tool.getProblemProvider();
    CallGraph calls = tool.getDependencyInfo().getCallGraph();
    TeaVMProblemRenderer.describeProblems(calls, problems, log);
    if (!problems.getSevereProblems().isEmpty()) {
      throw new IOException(
          "the engine calls what a browser's Java lacks; see dev.makemore.explorer.teavm");
    }
  }
}
