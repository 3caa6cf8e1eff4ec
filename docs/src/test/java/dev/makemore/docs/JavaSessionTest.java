package dev.makemore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaSessionTest {

  private static List<String> problemsOf(String... code) {
    List<String> lines = new ArrayList<>(List.of("# A page", "", "```java"));
    lines.addAll(List.of(code));
    lines.add("```");
    return JavaSession.problemsOf(MarkdownPage.parse("page.md", lines));
  }

  @Test
  void rightValuesPass() {
    assertThat(
            problemsOf(
                "int sum = 0;",
                "for (int i : List.of(1, 2)) {",
                "  sum += i; // a comment",
                "}",
                "",
                "sum  // ==> 3",
                "double third = 1.0 / 3;  // ==> 0.333…",
                "\"emma\".substring(1)  // ==> \"mma\"",
                "Math.log(0)  // ==> -Infinity",
                "new int[] {1, 2}  // ==> int[2] { 1, 2 }",
                "List.of().iterator().next()  // ==> throws NoSuchElementException"))
        .isEmpty();
  }

  @Test
  void aPictureIsWhatTheCodeBeforeItGives() {
    List<String> page =
        List.of(
            "```java",
            "\"a --> b\\n\"",
            "```",
            "```mermaid",
            "a --> b",
            "```",
            "",
            "```mermaid",
            "a --> c",
            "```");
    assertThat(JavaSession.problemsOf(MarkdownPage.parse("page.md", page)))
        .singleElement()
        .asString()
        .startsWith("page.md:9: the picture is not what the Java before it gives");
  }

  @Test
  void aWrongValueIsReportedWithItsPlace() {
    assertThat(problemsOf("int two = 2;", "two + two  // ==> 5", "two  // ==> 3"))
        .containsExactly(
            "page.md:5: shows 5 but is 4: two + two", "page.md:6: shows 3 but is 2: two");
  }

  @Test
  void codeThatDoesNotCompileIsReportedWithItsPlace() {
    assertThat(problemsOf("int one = 1;", "", "int two = \"two\";", "one  // ==> 1"))
        .singleElement()
        .asString()
        .startsWith("page.md:6: does not compile: int two = \"two\";: incompatible types");
  }

  @Test
  void aNameThatIsNotDeclaredIsReported() {
    assertThat(problemsOf("int f() { return g(); }"))
        .containsExactly("page.md:4: does not compile: int f() { return g(); }: method g()");
  }

  @Test
  void anExceptionThatIsNotShownIsReported() {
    assertThat(problemsOf("List.of(1).get(1);"))
        .singleElement()
        .asString()
        .startsWith("page.md:4: List.of(1).get(1); threw java.lang.")
        .contains("IndexOutOfBoundsException");
  }

  @Test
  void anExceptionThatIsShownAndNotThrownIsReported() {
    assertThat(problemsOf("1 + 1  // ==> throws IllegalArgumentException")).hasSize(1);
  }

  @Test
  void aStatementWithoutItsEndIsReported() {
    assertThat(problemsOf("int f() {", "  return 1;")).hasSize(1);
  }

  @Test
  void aValueInAnotherFormIsReported() {
    assertThat(problemsOf("1 + 1  //==> 3"))
        .containsExactly("page.md:4: a value is shown as '// ==> value'");
  }

  @Test
  void aValueInsideAStatementIsReported() {
    assertThat(problemsOf("int f() {  // ==> 1", "  return 1;", "}")).isNotEmpty();
  }

  @Test
  void codeThatGivesNoValueDoesNotAgreeWithOne() {
    assertThat(problemsOf("System.gc();  // ==> 1")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0.8, 0.8, true",
    "0.80, 0.8, true",
    "0.8, 0.80001, false",
    "0.916…, 0.9162907318741551, true",
    "0.916…, 0.9158, false",
    "0.917…, 0.9162907318741551, false",
    "1.2…, 1.2E-4, false",
    "0.00012…, 1.2E-4, true",
    "4…, 42, false",
    "Infinity, Infinity, true",
    "Infinity, 3.0, false",
    "Value(data=1…, 'Value(data=1.0, gradient=0.0)', true",
    "Value(data=2…, 'Value(data=1.0, gradient=0.0)', false",
  })
  void aNumberMayBeShownWithFewerDigitsButNoOthers(String shown, String value, boolean agrees) {
    assertThat(JavaSession.agrees(shown, value)).isEqualTo(agrees);
  }
}
