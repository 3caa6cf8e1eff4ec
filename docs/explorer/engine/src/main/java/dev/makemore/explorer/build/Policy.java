package dev.makemore.explorer.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The Content Security Policy of the page: nothing is allowed but the scripts and styles in it,
 * each by its hash (W3C, "Content Security Policy Level 3"). So no text that a reader pastes can
 * run, and nothing can be sent anywhere.
 */
final class Policy {

  private final List<String> scripts = new ArrayList<>();
  private final List<String> styles = new ArrayList<>();

  /** A script element, which is allowed from now on. */
  String script(String id, String script) {
    String content = "\n" + checked(script);
    scripts.add(hash(content));
    return "<script id=\"" + id + "\">" + content + "</script>\n";
  }

  /** A style element, which is allowed from now on. */
  String style(String style) {
    String content = "\n" + checked(style);
    styles.add(hash(content));
    return "<style>" + content + "</style>\n";
  }

  /**
   * The element that states the policy. Workers are made of the page's own text, as blobs; the one
   * Trusted Types policy is the page's, for their addresses.
   */
  String meta() {
    return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
        + String.join(" ", scripts)
        + "; style-src "
        + String.join(" ", styles)
        + "; worker-src blob:; base-uri 'none'; form-action 'none';"
        + " require-trusted-types-for 'script'; trusted-types makemore\">\n";
  }

  /**
   * Returns {@code text}, the content of an element, with the line ends that a browser turns all
   * line ends into before it computes a hash.
   *
   * @throws IllegalArgumentException if it would end the element, or make a browser think that it
   *     starts a comment
   */
  static String checked(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String end : new String[] {"</script", "</style", "<!--"}) {
      if (lower.contains(end)) {
        throw new IllegalArgumentException("the text of an element must not contain " + end);
      }
    }
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
