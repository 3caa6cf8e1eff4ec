package dev.makemore.site;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium or Chrome without a window, and what a reader does in it. */
final class Browser implements AutoCloseable {

  private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

  /** Selenium warns of browsers that are newer than itself; nothing here depends on that. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts the browser from the PATH. Where there is none, the test is skipped, and the build says
   * so in one line; {@code -Dmakemore.browser.skip} does the same.
   */
  static Browser start() {
    String skip = System.getProperty("makemore.browser.skip", "false");
    assumeTrue(
        skip.equals("false"), "the browser tests are skipped, as makemore.browser.skip asks");
    Optional<Path> browser = onPath("chromium", "chromium-browser", "google-chrome", "chrome");
    Optional<Path> driver = onPath("chromedriver");
    if (browser.isEmpty() || driver.isEmpty()) {
      String missing =
          browser.isEmpty() ? "Chromium or Chrome" : "chromedriver, the driver of the browser";
      String message = "the browser tests of the site are skipped: not on the PATH: " + missing;
      System.out.println("[WARNING] " + message);
      assumeTrue(false, message);
    }
    SELENIUM.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options =
        new ChromeOptions()
            .setBinary(browser.orElseThrow().toFile())
            .addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
    options.setCapability("goog:loggingPrefs", logs);
    System.setProperty("webdriver.chrome.driver", driver.orElseThrow().toString());
    return new Browser(new ChromeDriver(options));
  }

  private static Optional<Path> onPath(String... names) {
    List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  void open(Path file) {
    driver.get(file.toUri().toString());
  }

  String address() {
    return driver.getCurrentUrl();
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  /** The system is set to these colors, light or dark. */
  void prefer(String scheme) {
    Map<String, String> wish = Map.of("name", "prefers-color-scheme", "value", scheme);
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(wish)));
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Runs a script in all pages that are opened from now on, before anything of the page. */
  void scriptBeforePages(String script) {
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** The text of all elements that fit, in view or not. */
  List<String> texts(String selector) {
    Object texts =
        script(
            "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)",
            selector);
    return ((List<?>) texts).stream().map(String::valueOf).toList();
  }

  /** A property of an element's style as it is shown, such as {@code color}. */
  String style(String selector, String property) {
    return driver.findElement(By.cssSelector(selector)).getCssValue(property);
  }

  /** What the browser has said since this was called before: errors and warnings. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  /** Repeats a check until it holds, for half a minute at most. */
  static void eventually(Runnable check) {
    long end = System.nanoTime() + PATIENCE;
    while (true) {
      try {
        check.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
      }
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
