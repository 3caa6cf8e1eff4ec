package dev.makemore.explorer.browser;

import static dev.makemore.explorer.browser.Page.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.explorer.ExplorerPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that try to run, to hide or to overwhelm are texts like all others. */
@ExtendWith(InBrowser.class)
class HostileTextTest {

  private final Page page;

  HostileTextTest(Page page) {
    this.page = page;
  }

  static Stream<String> lists() {
    return Stream.of(
        "</script><script>window.hacked = 1</script>\n<!--<script>",
        "<img src=x onerror=\"window.hacked = 1\">\n<svg onload='window.hacked = 1'>",
        "<iframe srcdoc=\"<script>parent.hacked = 1</script>\">\njavascript:window.hacked=1",
        "${window.hacked = 1}\n{{constructor.constructor('window.hacked=1')()}}\n&lt;b&gt;",
        "\u202Egnp.exe\n\u2066left\u2069\na\u200Bb\n\uFEFFx\n\u2028\u2029y",
        "a\0b\u001B[31mred\u001B[0m\n\u0007\u0008\n\u009B2J",
        "a" + "\u0301".repeat(500) + "\n" + "\u0489".repeat(50),
        "__proto__\nconstructor\ntoString\n' OR 1=1 --\n$(rm -rf ~)\n`reboot`");
  }

  @AfterEach
  void nothingRanAndNoElementCameIn() {
    assertThat(page.script("return typeof window.hacked")).isEqualTo("undefined");
    assertThat(page.script("return document.querySelectorAll('img,iframe,object,embed').length"))
        .isEqualTo(0L);
    assertThat(page.script("return document.querySelectorAll('script').length"))
        .isEqualTo(page.scripts());
    assertThat(page.script("return document.querySelectorAll('[onload],[onerror]').length"))
        .isEqualTo(0L);
  }

  private void shows(String list) {
    eventually(
        () -> assertThat(page.text("list-facts")).isEqualTo(Lists.facts(Lists.counts(list))));
    assertThat(page.text("names-list").split("\n", -1))
        .containsExactlyElementsOf(
            Lists.names(Lists.counts(list), 42, 20).stream().map(Lists::visible).toList());
  }

  @ParameterizedTest(name = "{index}") // no control characters in reports
  @MethodSource("lists")
  void aPastedListIsText(String list) {
    page.open("#train");
    page.paste("list-text", list);
    shows(list);
  }

  @ParameterizedTest(name = "{index}") // no control characters in reports
  @MethodSource("lists")
  void aListInALinkIsText(String list) {
    page.open("");
    page.paste("list-text", list);
    shows(list);
    page.openInNewWindow(page.address());
    shows(list);
  }

  @ParameterizedTest(name = "{index}") // no control characters in reports
  @MethodSource("lists")
  void aListThatTheCommandPutInIsText(String list, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("given.html");
    String name = list.replace('\n', ' ');
    Files.writeString(file, ExplorerPage.load().orElseThrow().withList(name, list).html());
    page.open(file, "");
    shows(list);
    assertThat(page.textOf("#list-choices [data-choice=given]")).isEqualTo(Lists.visible(name));
  }

  @Test
  void aNameWithAQuoteIsOneArgumentOfTheCommand(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("given.html");
    String name = "it's; $(reboot) `x` \"y\" & z.txt";
    Files.writeString(file, ExplorerPage.load().orElseThrow().withList(name, "ab\n").html());
    page.open(file, "#names&prefix=a");
    eventually(() -> assertThat(page.text("names-command")).isNotEmpty());
    assertThat(CommandLine.options("generate", page.text("names-command")))
        .containsEntry("-i", name)
        .containsEntry("--prefix", "a");
  }

  @ParameterizedTest
  @CsvSource({
    "return 'a\\nb' + String.fromCharCode(0xd83d) + 'c', lone surrogate",
    "return '', no items",
    "return '\\n\\r\\n\\n', no items",
    "return 'abcdefghi\\n'.repeat(1000000), 4 MB",
  })
  void aListThatCannotBeReadIsExplainedAndTheOneBeforeStays(String list, String reason) {
    page.open("");
    page.pasteResult("list-text", list);
    eventually(() -> assertThat(page.text("list-problem")).contains(reason));
    assertThat(page.text("list-facts")).isEqualTo(Lists.facts(Lists.names()));
    page.clickOn("#list-choices [data-choice=towns]");
    shows(Lists.text("towns"));
    assertThat(page.text("list-problem")).isEmpty();
  }

  @Test
  void aLineMayBeLong() {
    String list = "abcdefghij".repeat(10_000);
    page.open("");
    page.paste("list-text", list);
    shows(list);
    page.openInNewWindow(page.address());
    shows(list);
  }

  @Test
  void aListMayHaveThirtyThousandCharacters() {
    StringBuilder list = new StringBuilder();
    Stream.of(new int[] {0x4E00, 0x9FFF}, new int[] {0xAC00, 0xD79F})
        .forEach(
            range -> {
              for (int c = range[0]; c <= range[1]; c++) {
                list.appendCodePoint(c).append(c % 10 == 0 ? "\n" : "");
              }
            });
    page.open("");
    page.paste("list-text", list.toString());
    shows(list.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#list=own&z=AAAA",
        "#list=own",
        "#list=own&z=",
        "#names&list=own&z=%3Cscript%3E",
        "#list&list=own&z=____________",
      })
  void aDamagedLinkIsExplainedAndAnotherListCanBeChosen(String hash) {
    page.openDamaged(hash);
    assertThat(page.text("list-problem")).containsAnyOf("damaged", "does not hold the list");
    page.clickOn("#list-choices [data-choice=towns]");
    shows(Lists.text("towns"));
  }

  @Test
  void aLinkThatWasCutIsExplained() {
    page.open("");
    page.paste("list-text", Lists.text("towns") + "zzz");
    eventually(() -> assertThat(page.address()).contains("z="));
    page.openInNewWindow(page.address().substring(0, page.address().length() - 20));
    eventually(() -> assertThat(page.text("list-problem")).contains("damaged"));
    assertThat(page.text("list-facts")).isEqualTo(Lists.facts(Lists.names()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#%E0%A4%A",
        "#names&seed=%E0%A4%A",
        "#&&&===&=&x",
        "#list=__proto__&seed=NaN&n=1e99",
        "#list=choices", // there is an element of this id
        "#<script>window.hacked=1</script>",
        "#names&prefix=<img src=x onerror=window.hacked=1>",
        "#table&pair=9-9&view=constructor&order=toString&cells=__proto__",
        "#surprise&text=<img src=x onerror=window.hacked=1>%00%1B%E2%80%AE",
        "#differentiate&expression=<svg onload=window.hacked=1>",
        "#train&descent=__proto__&rate=-1&steps=NaN&target=abc&step=1e9",
      })
  void anAddressThatMakesNoSenseShowsThePage(String hash) {
    page.open(hash);
    eventually(() -> assertThat(page.text("list-facts")).isEqualTo(Lists.facts(Lists.names())));
  }

  @Test
  void thePolicyNamesEveryScriptByItsHash() {
    page.open("");
    String policy =
        page.find("meta[http-equiv=Content-Security-Policy]").getDomAttribute("content");
    assertThat(policy)
        .startsWith("default-src 'none'; ")
        .contains("require-trusted-types-for 'script'")
        .doesNotContain("unsafe", "http:", "https:", "*", "data:");
    assertThat(
            page.script(
                "return document.head.querySelector('script, style, link') === null"
                    + " || document.querySelector('meta[http-equiv]').compareDocumentPosition("
                    + "document.querySelector('script, style')) === 4"))
        .as("the policy stands before what it allows")
        .isEqualTo(true);
  }

  /** The browser enforces the policy, which its log then says. */
  @Test
  void whatIsNotNamedByThePolicyIsRefused() {
    page.open("");
    String attempts =
        "const attempts = {"
            + "text: () => { const s = document.createElement('script');"
            + "  s.text = 'window.hacked = 1'; document.body.append(s); },"
            + "html: () => { document.createElement('div').innerHTML = '<b>x</b>'; },"
            + "worker: () => new Worker('data:text/javascript,0'),"
            + "policy: () => trustedTypes.createPolicy('another', {})};"
            + "return Object.entries(attempts).filter(([, attempt]) => {"
            + "  try { attempt(); return true; } catch { return false; }}).map(([name]) => name)";
    assertThat(page.script(attempts)).isEqualTo(List.of());
    String fetched =
        "const done = arguments[arguments.length - 1];"
            + "const image = new Image(); image.src = 'https://example.org/x.png';"
            + "image.onerror = () => fetch('https://example.org/').then("
            + "  () => done('sent'), () => done('refused')); image.onload = () => done('loaded');";
    assertThat(page.asyncScript(fetched)).isEqualTo("refused");
    assertThat(page.complaints()).anyMatch(line -> line.contains("Content Security Policy"));
    assertThat(page.requests()).allMatch(url -> url.startsWith("https://example.org/"));
  }
}
