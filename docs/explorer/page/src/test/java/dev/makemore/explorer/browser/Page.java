package dev.makemore.explorer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in a browser, and what a reader does with it. Elements are named by their ids. */
final class Page implements AutoCloseable {

  /** The page that the build has made. */
  static final Path FILE =
      Path.of("target", "classes", "dev", "makemore", "explorer", "explorer.html");

  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
  private static final Pattern URL = Pattern.compile("\"requestWillBeSent.*?\"url\":\"([^\"]*)\"");

  private final ChromeDriver driver;

  private Page(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts a browser. No driver is looked for or fetched: it is the given one. */
  static Page of(Path browser, Path driver) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options =
        new ChromeOptions()
            .setBinary(browser.toFile())
            .addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
    options.setCapability("goog:loggingPrefs", logs);
    System.setProperty("webdriver.chrome.driver", driver.toString());
    Page page = new Page(new ChromeDriver(options));
    page.resize(1280, 900);
    return page;
  }

  /** Opens the page at an address, such as {@code #names&seed=7}, and waits until it is filled. */
  void open(String hash) {
    open(FILE, hash);
    eventually(() -> filled("document.querySelector('#list-pairs').textContent !== ''"));
    assertThat(text("list-problem")).isEmpty();
  }

  /** Opens the page at an address that can't be shown, and waits for the message. */
  void openDamaged(String hash) {
    open(FILE, hash);
    eventually(() -> filled("document.querySelector('#list-problem').textContent !== ''"));
  }

  /** Opens a file. It is loaded even if only what is after the # differs from the page before. */
  void open(Path file, String hash) {
    driver.get("about:blank");
    driver.get(file.toUri() + hash);
  }

  private void filled(String condition) {
    if (!script("return " + condition).equals(true)) {
      throw new AssertionError("the page still reads the list");
    }
  }

  /** Opens an address in a window of its own, and closes the one before. */
  void openInNewWindow(String address) {
    String before = driver.getWindowHandle();
    String after = driver.switchTo().newWindow(WindowType.WINDOW).getWindowHandle();
    driver.switchTo().window(before).close();
    driver.switchTo().window(after).get(address);
  }

  /** Makes the window as large as this, in CSS pixels. */
  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Asks for what a reader may have set in the browser, such as prefers-color-scheme: dark. */
  void prefer(String feature, String value) {
    Map<String, String> wish = Map.of("name", feature, "value", value);
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(wish)));
  }

  WebElement element(String id) {
    return driver.findElement(By.id(id));
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** All text of an element, whether or not it is in view. */
  String text(String id) {
    return textOf("#" + id);
  }

  String textOf(String selector) {
    return find(selector).getDomProperty("textContent");
  }

  String value(String id) {
    return element(id).getDomProperty("value");
  }

  void click(String id) {
    clickOn("#" + id);
  }

  /** Clicks where a reader does: not on what lies under the list of the parts. */
  void clickOn(String selector) {
    WebElement target = find(selector);
    driver.executeScript(
        "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", target);
    target.click();
  }

  /** Sets a field or slider, as a reader does: the page is told by events. */
  void set(String id, Object value) {
    script(
        "const field = document.getElementById(arguments[0]); field.value = arguments[1];"
            + "for (const type of ['input', 'change']) {"
            + "  field.dispatchEvent(new Event(type, {bubbles: true})); }",
        id,
        value.toString());
  }

  /** Pastes a text in place of all that a field has. */
  void paste(String id, String text) {
    pasteResult(id, "return arguments[0]", text);
  }

  /** Pastes what a script returns: a text that is too long or too strange to be sent there. */
  void pasteResult(String id, String script, Object... arguments) {
    script(
        "const text = (function () {"
            + script
            + "}).apply(null, arguments[1]);"
            + "const field = document.getElementById(arguments[0]); field.focus(); field.select();"
            + "const clipboardData = new DataTransfer(); clipboardData.setData('text/plain', text);"
            + "if (field.dispatchEvent(new ClipboardEvent('paste',"
            + "  {bubbles: true, cancelable: true, clipboardData}))) {"
            + "  field.value = text; field.dispatchEvent(new Event('input', {bubbles: true})); }",
        id,
        List.of(arguments));
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  Object asyncScript(String script, Object... arguments) {
    driver.manage().timeouts().scriptTimeout(Duration.ofNanos(PATIENCE));
    return driver.executeAsyncScript(script, arguments);
  }

  /** How many script elements the file has, data included. */
  long scripts() {
    try {
      return Files.readString(FILE).split("<script ", -1).length - 1L;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return driver.getCurrentUrl();
  }

  /** Repeats a check until it holds, or for a minute at most. */
  static void eventually(ThrowingCallable check) {
    long end = System.nanoTime() + PATIENCE;
    while (true) {
      try {
        check.call();
        return;
      } catch (AssertionError | WebDriverException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }
  }

  /** What the browser has said of the page since this was called before: errors and warnings. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  /** What the page asked for since this was called before, except for its own file and blobs. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .flatMap(entry -> urls(entry.getMessage()))
        .filter(url -> !url.matches("(file|blob|about|data):.*"))
        .toList();
  }

  private static Stream<String> urls(String message) {
    Matcher matcher = URL.matcher(message);
    return matcher.results().map(found -> found.group(1));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
