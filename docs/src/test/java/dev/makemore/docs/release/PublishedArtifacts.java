package dev.makemore.docs.release;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Checks the POMs in a folder, and the files beside each, before they are published:
 *
 * <pre>java docs/src/test/java/dev/makemore/docs/release/PublishedArtifacts.java target/staging
 * </pre>
 *
 * <p>The folder is a repository, or the {@code target} of one module. With {@code --release} a
 * placeholder and a SNAPSHOT are faults, too. Without it they are listed. The exit code is 1 if
 * there is a fault, and 2 if the command line is wrong.
 *
 * <p>It stands in one file, so that Java starts it from its source where nothing has been built.
 */
final class PublishedArtifacts {

  private static final List<String> NEEDED =
      List.of(
          "name",
          "description",
          "url",
          "licenses/license/name",
          "licenses/license/url",
          "developers/developer/name",
          "scm/connection",
          "scm/url");

  private static final Set<String> UNWANTED =
      Set.of("parent", "repositories", "pluginRepositories", "build", "profiles");

  private static final List<String> BESIDE_A_JAR =
      List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json");

  private final Set<String> checked = new TreeSet<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> unready = new ArrayList<>();

  private PublishedArtifacts() {}

  public static void main(String... arguments) throws IOException {
    System.exit(run(System.out, arguments));
  }

  /** Does what the command line says, and returns the exit code. */
  static int run(PrintStream out, String... arguments) throws IOException {
    boolean release = arguments.length == 2 && arguments[0].equals("--release");
    if (arguments.length != (release ? 2 : 1)) {
      out.println(
          "usage: PublishedArtifacts [--release] FOLDER, a repository or a module's target");
      return 2;
    }
    Path folder = Path.of(arguments[arguments.length - 1]);
    if (!Files.isDirectory(folder)) {
      out.println(folder + " is not a folder. Build with -Pstaging or -Prelease first.");
      return 2;
    }
    return new PublishedArtifacts().check(folder, release, out);
  }

  private int check(Path folder, boolean release, PrintStream out) throws IOException {
    List<Path> poms;
    try (Stream<Path> files = Files.walk(folder)) {
      poms = files.filter(PublishedArtifacts::isPom).sorted().toList();
    }
    for (Path pom : poms) {
      checkPom(pom);
    }
    if (poms.size() > 1) { // one module alone does not know the others
      afterwards.forEach(Runnable::run);
    }
    if (poms.isEmpty()) {
      fault(folder, "no published POM is in it. Build with -Pstaging or -Prelease first.");
    }
    unready.forEach(line -> out.println((release ? "FAULT   " : "not yet ") + line));
    faults.forEach(line -> out.println("FAULT   " + line));
    int bad = faults.size() + (release ? unready.size() : 0);
    out.printf("%d checked, %d faults%n", checked.size(), bad);
    if (!release && !unready.isEmpty()) {
      out.printf("%d things to do before a release: see docs/RELEASING.md%n", unready.size());
    }
    return bad == 0 ? 0 : 1;
  }

  /** A POM in a repository, or the one that is going to be there. */
  private static boolean isPom(Path file) {
    String name = file.getFileName().toString();
    return name.equals("flattened-pom.xml")
        || name.endsWith(".pom") && !Files.exists(file.resolveSibling("flattened-pom.xml"));
  }

  private void checkPom(Path file) throws IOException {
    Element pom;
    try {
      pom = parse(file).getDocumentElement();
    } catch (SAXException e) {
      fault(file, "it is not XML: " + e.getMessage());
      return;
    }
    String artifact = text(pom, "artifactId");
    checked.add(artifact);
    for (String element : NEEDED) {
      if (text(pom, element).isEmpty()) {
        fault(file, "it has no " + element + ". Write it into a pom.xml: its own or the top one.");
      }
    }
    forEach(pom, "", text -> checkText(file, text));
    for (Element child : children(pom)) {
      if (UNWANTED.contains(child.getTagName())) {
        String element = "it has the element " + child.getTagName();
        fault(
            file,
            element + ", which flattening leaves out. Is flatten-maven-plugin in its pom.xml?");
      }
    }
    checkDependencies(file, pom);
    if (!text(pom, "packaging").equals("pom")) {
      checkFiles(file, artifact + "-" + text(pom, "version"));
    }
  }

  private void fault(Path file, String what) {
    faults.add(file + ": " + what);
  }

  /** A text of a POM, and the names of the elements that it is in. */
  private record Text(String element, String value) {}

  private void checkText(Path file, Text text) {
    String where = file + ": " + text.element + " is " + text.value + ". ";
    if (text.value.contains("${")) {
      faults.add(where + "A property is left in it: flattening has not replaced it.");
    }
    if (text.value.contains("PLACEHOLDER") || text.value.contains("example.org")) {
      unready.add(where + "Replace the placeholder in the top-level pom.xml.");
    }
    if (text.value.endsWith("-SNAPSHOT")) {
      unready.add(where + "Set the version of the release with .ci/version.");
    }
  }

  /** What one of our artifacts needs or names must be published, too. */
  private void checkDependencies(Path file, Element pom) {
    String group = text(pom, "groupId");
    for (String list : List.of("dependencies", "dependencyManagement/dependencies")) {
      Element found = find(pom, list);
      for (Element dependency : found == null ? List.<Element>of() : children(found)) {
        String needed = text(dependency, "artifactId");
        if (text(dependency, "version").isEmpty()) {
          fault(file, "the dependency " + needed + " has no version.");
        }
        if (text(dependency, "groupId").equals(group)) {
          afterwards.add(
              () -> {
                if (!checked.contains(needed)) {
                  fault(file, "it names " + needed + ", which is not published.");
                }
              });
        }
      }
    }
  }

  private void checkFiles(Path pom, String named) throws IOException {
    String name = pom.getFileName().toString();
    String base =
        name.endsWith(".pom") ? name.substring(0, name.length() - ".pom".length()) : named;
    for (String ending : BESIDE_A_JAR) {
      Path file = pom.resolveSibling(base + ending);
      if (!Files.exists(file) || Files.size(file) == 0) {
        String javadoc = ending.startsWith("-javadoc") ? " Javadoc needs JDK 18 or newer." : "";
        fault(pom, file.getFileName() + " is missing or empty beside it." + javadoc);
      }
    }
  }

  private static Document parse(Path file) throws IOException, SAXException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null); // or it prints to standard error
      return builder.parse(file.toFile());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void forEach(Element element, String path, Consumer<Text> action) {
    List<Element> children = children(element);
    for (Element child : children) {
      forEach(child, path.isEmpty() ? child.getTagName() : path + "/" + child.getTagName(), action);
    }
    if (children.isEmpty()) {
      action.accept(new Text(path, element.getTextContent().strip()));
    }
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  /** The first element at a path, or null. */
  private static Element find(Element from, String path) {
    Element found = from;
    for (String name : path.split("/")) {
      List<Element> named =
          children(found).stream().filter(child -> child.getTagName().equals(name)).toList();
      if (named.isEmpty()) {
        return null;
      }
      found = named.get(0);
    }
    return found;
  }

  private static String text(Element from, String path) {
    Element found = find(from, path);
    return found == null ? "" : found.getTextContent().strip();
  }
}
