package dev.makemore.docs;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The packages of some compiled classes, and which of them uses which: drawn as a flowchart in
 * Mermaid, which code hosts show as a picture.
 *
 * <p>An arrow that follows from others is left out: where A uses B and C, and B uses C, the arrow
 * from A to C would only make the picture harder to read. That makes one picture of any packages
 * without circles, so that it can be compared letter by letter.
 */
final class PackageMap {

  private final SortedMap<String, SortedSet<String>> uses = new TreeMap<>(); // by name, in order

  private PackageMap() {}

  /** The map of those classes whose package is {@code top} or stands below it. */
  static PackageMap of(JavaClasses classes, Set<String> tops) {
    PackageMap map = new PackageMap();
    for (JavaClass type : classes) {
      if (isBelow(type.getPackageName(), tops)) {
        SortedSet<String> used =
            map.uses.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>());
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String other = dependency.getTargetClass().getBaseComponentType().getPackageName();
          if (isBelow(other, tops) && !other.equals(type.getPackageName())) {
            used.add(other);
          }
        }
      }
    }
    return map;
  }

  private static boolean isBelow(String name, Set<String> tops) {
    return tops.stream().anyMatch(top -> name.equals(top) || name.startsWith(top + "."));
  }

  /** The lines of the flowchart, with {@code prefix} cut off every package's name. */
  List<String> mermaid(String prefix) {
    List<String> lines = new ArrayList<>(List.of("flowchart TD"));
    uses.keySet()
        .forEach(name -> lines.add("  " + id(name) + "[\"" + shortened(name, prefix) + "\"]"));
    uses.forEach(
        (name, used) ->
            used.stream()
                .filter(other -> used.stream().noneMatch(via -> reaches(via, other)))
                .forEach(other -> lines.add("  " + id(name) + " --> " + id(other))));
    return lines;
  }

  /** Whether {@code from} uses {@code to} directly or through others; not whether it is it. */
  private boolean reaches(String from, String to) {
    return uses.getOrDefault(from, new TreeSet<>()).stream()
        .anyMatch(next -> next.equals(to) || reaches(next, to));
  }

  private static String id(String name) {
    return name.replace('.', '_');
  }

  private static String shortened(String name, String prefix) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }
}
