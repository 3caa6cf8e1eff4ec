package dev.makemore.explorer.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of a class a {@link Page} in a browser of their own, Chromium or Chrome from the
 * PATH. Where there is none, the class is skipped, and the build says so in one line; {@code
 * -Dmakemore.browser.skip} does the same. After each test the page must have done nothing that it
 * must not do.
 */
final class InBrowser
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(InBrowser.class);
  private static final AtomicBoolean SAID = new AtomicBoolean();

  /** Selenium warns of browsers that are newer than itself; nothing here depends on that. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  @Override
  public void beforeAll(ExtensionContext context) {
    String skip = System.getProperty("makemore.browser.skip", "false");
    assumeTrue(
        skip.equals("false"), "the browser tests are skipped, as makemore.browser.skip asks");
    Optional<Path> browser = onPath("chromium", "chromium-browser", "google-chrome", "chrome");
    Optional<Path> driver = onPath("chromedriver");
    if (browser.isEmpty() || driver.isEmpty()) {
      String missing =
          browser.isEmpty() ? "Chromium or Chrome" : "chromedriver, the driver of the browser";
      String message = "the browser tests of the page are skipped: not on the PATH: " + missing;
      if (!SAID.getAndSet(true)) {
        System.out.println("[WARNING] " + message);
      }
      assumeTrue(false, message);
    }
    SELENIUM.setLevel(Level.SEVERE);
    context.getStore(NAMESPACE).put(Page.class, Page.of(browser.get(), driver.get()));
  }

  private static Optional<Path> onPath(String... names) {
    List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Page page = page(context);
    assertThat(page.complaints()).as("what the browser says").isEmpty();
    assertThat(page.requests()).as("what the page asks of others").isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Page page = context.getStore(NAMESPACE).get(Page.class, Page.class);
    if (page != null) {
      page.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Page.class;
  }

  @Override
  public Page resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return page(context);
  }

  private static Page page(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(Page.class, Page.class);
  }
}
