package dev.makemore.site.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The anchors of a page's headings, as GitHub gives them, so that one link works in the repository
 * and on the site: lower case, a hyphen for each space, and of all other characters only letters,
 * digits, hyphens and underscores. A second heading with the same anchor gets {@code -1}, a third
 * {@code -2}.
 */
final class Anchors {

  private final Map<String, Integer> seen = new HashMap<>();

  /** The anchor of the next heading on the page. */
  String next(String heading) {
    String anchor =
        heading
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}\\p{N}_\\- ]", "")
            .replace(' ', '-');
    int before = seen.merge(anchor, 1, Integer::sum) - 1;
    return before == 0 ? anchor : anchor + "-" + before;
  }
}
