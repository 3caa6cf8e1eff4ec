package dev.makemore.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of items and how often they occur. */
class WeightsTest {

  @TempDir private Path folder;
  private String list = "";

  @BeforeEach
  void writeList() throws IOException {
    list = file("list", "anna\nanna\nanna\nben\nben\nSmith, J\n");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Run run(String command, String... more) {
    List<String> line = new ArrayList<>(List.of(command.split(" ")));
    line.addAll(List.of(more));
    return Run.of(line.toArray(String[]::new));
  }

  private void assertIsList(String table, String column) throws IOException {
    Run run = run("train -q -o - -i", file("table", table), "--weights", column);
    assertThat(run.err()).doesNotContain("table");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(run("train -o - -i", list).out());
  }

  @Test
  void aTableIsTheListThatItStandsFor() throws IOException {
    assertIsList("anna,3\nben,2\n\"Smith, J\",1\n", "2");
    assertIsList("name,count\nanna,3\nben,2\n\"Smith, J\",1\n", "count");
    assertIsList("name,count\nanna,3\nben,2\n\"Smith, J\",1\n", "2");
    assertIsList("3,anna\n2,ben\n1,\"Smith, J\"\n", "1");
    assertIsList("anna\t3\nben\t2\nSmith, J\t1\n", "2");
    assertIsList("anna;3\nben;2\nSmith, J;1\n", "2");
    assertIsList("anna,F,3\nben,M,2\n\"Smith, J\",,1\n", "3");
  }

  @Test
  void itMayBeWrittenAsProgramsWriteIt() throws IOException {
    assertIsList("\uFEFFname;count\r\nanna;3\r\nben;2\r\n\"Smith, J\";1", "count");
    assertIsList(
        "\"name\",\"count\"\n\"anna\",\"3\"\n\"ben\",\"2\"\n\"Smith, J\",\"1\"\n", "count");
    assertIsList("\nname, count\n\nanna, 3\nben,2 \n,\n\"Smith, J\",1\n,\n", "count");
    assertIsList("name,count\ranna,3\rben,2\r\"Smith, J\",1\r", "count");
    assertIsList("name,count (a;b)\nanna,3\nben,2\n\"Smith, J\",1\n", "count (a;b)");
    assertIsList("name,count,notes\nanna,3,\"a\nb\"\nben,2,\n\"Smith, J\",1,\n", "count");
    assertIsList("name,2019,2020\nanna,9,3\nben,9,2\n\"Smith, J\",9,1\n", "2020");
  }

  @Test
  void rowsOfTheSameItemAddUpAndZeroIsNoItem() throws IOException {
    assertIsList("anna,2\nzoe,0\nben,2\n\"Smith, J\",1\nanna,1\n", "2");
  }

  @Test
  void aQuotationMarkInAnItemStandsTwice() throws IOException {
    list = file("list", "a \"b\"\nc\"d\n");
    assertIsList("\"a \"\"b\"\"\",1\nc\"d,1\n", "2");
  }

  @Test
  void itemsAreBroughtIntoTheForm() throws IOException {
    String table = file("table", "ANNA,3\nE\u0301va,2\n");
    assertThat(run("train -o - --lowercase --normalize NFC --weights 2 -i", table).out())
        .isEqualTo(
            run("train -o - -i", file("list", "anna\nanna\nanna\n\u00e9va\n\u00e9va\n")).out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluate --json",
        "evaluate --json --model net",
        "generate --seed 1",
        "score anna bob",
        "show --json",
        "export --format csv",
        "train --model net -o -"
      })
  void everyCommandThatLearnsReadsTables(String command) throws IOException {
    String table = file("table", "name,count\nanna,3\nben,2\n\"Smith, J\",1\n");
    Run run = run(command, "--weights", "count", "-i", table);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(run(command, "-i", list).out());
  }

  @Test
  void soDoTheOtherFilesOfItems() throws IOException {
    String table = file("table", "name,count\nanna,3\nben,2\n\"Smith, J\",1\n");
    String model = folder.resolve("model").toString();
    assertThat(run("train -o", model, "-i", list).exitCode()).isZero();
    assertThat(run("evaluate --json --weights 2 -m", model, "-i", table).out())
        .isEqualTo(run("evaluate --json -m", model, "-i", list).out());
    assertThat(run("evaluate --json --weights 2 --test", table).out())
        .isEqualTo(run("evaluate --json --test", list).out());
    assertThat(run("compare --json --weights 2", model, model, "-i", table).out())
        .isEqualTo(run("compare --json", model, model, "-i", list).out().replace(list, table));
    String[] more = {model, "--known", table};
    Run known = run("generate --weights 2 --new -n 300 --seed 1 -m", more);
    assertThat(known).isEqualTo(run("generate --new -n 300 --seed 1 -m", model, "--known", list));
    assertThat(known.lines()).doesNotContain("anna", "ben", "Smith, J");
  }

  @Test
  void newNamesAreNotInTheTable() throws IOException {
    String table = file("table", "anna,1000000\nben,1\nana,0\n");
    Run run = run("generate --new -n 5 --seed 1 --weights 2 --smoothing 0.1 -i", table);
    assertThat(run.lines()).hasSize(5).doesNotContain("anna", "ben");
    Run zero = run("generate --new -n 300 --seed 1 --weights 2 -i", table);
    assertThat(zero.out()).contains("\nana\n"); // which is no item
  }

  @Test
  void severalTablesAddUp() throws IOException {
    String first = file("first", "name,sex,count\nanna,F,2\nben,M,2\n");
    String second = file("second", "name;sex;count\nSmith, J;M;1\nanna;F;1\n");
    assertThat(run("train -o - --weights count -i", first, "-i", second).out())
        .isEqualTo(run("train -o - -i", list).out());
  }

  @Test
  void aSavedModelDoesNotKnowOfWeightsAndLargeOnesTakeNoTime() throws IOException {
    String table = file("table", "anna,1844674407370955150\nben,3\n");
    Run run = run("evaluate --json --weights 2 -i", table);
    assertThat(run.out())
        .startsWith("{\"items\":1844674407370955153,\"tokens\":9223372036854775762,");
  }

  @Test
  void thePageGetsTheModelOfATable() throws IOException {
    String table = file("births.2020.csv", "name,count\nanna,3\nben,2\n\"Smith, J\",1\n");
    Run run = run("explore -o - --weights count -i", table);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "makemore: the page shows the count model of " + table + ", and not its items\n");
    assertThat(GivenText.of(run.out()))
        .containsEntry("kind", "model")
        .containsEntry("name", "births.2020.model")
        .containsEntry("text", run("train -o - -i", list).out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | a,1~b,x | :2: column 2, the count, must be a whole number, in digits only, as in"
            + " 1234; it is 'x'",
        "2 | a,1~b,-1 | :2: column 2, the count, must be a whole number",
        "2 | a,1~b,1.5 | :2: column 2, the count, must be a whole number",
        "2 | a,1~b,1e3 | :2: column 2, the count, must be a whole number",
        "2 | a,1~b,\u0661 | :2: column 2, the count, must be a whole number",
        "2 | a,1~b,\"1,234\" | :2: column 2, the count, must be a whole number, in digits only, as"
            + " in 1234; it is '1,234'",
        "2 | a,1~~b, | :3: column 2, the count, is empty",
        "2 | a,1~b,9223372036854775808 | :2: column 2, the count, is larger than 2^63 - 1",
        "2 | a,1~b,9223372036854775807 | :2: with this item, all items have more than 2^63 - 1",
        "2 | a,1~b | :2: has 1 columns, but line 1 has 2",
        "2 | a,1~b,c,1 | :2: has 3 columns, but line 1 has 2; an item with a separator in it must"
            + " stand in quotation marks",
        "2 | a,1~,1 | :2: column 1, the item, is empty",
        "2 | a,1~\"b~c\",1 | :2: the item has a line end in it",
        "2 | a,1~~\"b,1 | :3: a field that starts with a quotation mark has no end",
        "2 | a,1~\"b\"c,1 | :2: a field that starts with a quotation mark has no end, or something"
            + " after it",
        // The first row is no header if its count is meant as a number.
        "2 | a,1.5~b,1 | :1: column 2, the count, must be",
        "2 | a,\"1,234\"~b,1 | :1: column 2, the count, must be",
        "2 | a,-3~b,1 | :1: column 2, the count, must be",
        "2 | a,1E+05~b,1 | :1: column 2, the count, must be",
        "2 | a,~b,1 | :1: column 2, the count, is empty",
        "3 | a,1~b,2 | : has no column 3, but only 2",
        "count | a,1~b,2 | : has no column 'count'; its first row is 'a', '1'",
        "Count | name,sex,count~a,F,2 | : has no column 'Count'; its first row is 'name', 'sex',"
            + " 'count'",
        "count | count,a,count~1,b,2 | : has 2 columns named 'count'; give the number of one",
        "2 | a~b | : has only one column; --weights is for tables with commas, tabs or semicolons",
        "2 | a,0~b,0 | : has no items",
        "count | name,count | : has no items",
      })
  void aTableThatIsWrongIsAnErrorWithItsLine(String column, String table, String message)
      throws IOException {
    String file = file("table.csv", table.replace('~', '\n') + "\n");
    for (String command : new String[] {"evaluate", "generate --new"}) {
      Run run = run(command, "--weights", column, "-i", file);
      assertThat(run.err()).startsWith("makemore: " + file + message).hasLineCount(1);
      assertThat(run.exitCode()).isEqualTo(65);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void aTableThatIsNotUtf8IsAnErrorWithItsLineAndOffset() throws IOException {
    byte[] table = "\uFEFFname,count\nanna,3\nben,2\n".getBytes(UTF_8);
    table[18] = (byte) 0xE9;
    String file = Files.write(folder.resolve("latin1"), table).toString();
    Run run = run("evaluate --weights 2 -i", file);
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err())
        .isEqualTo(
            "makemore: "
                + file
                + ":2: byte 0xE9 at offset 18 is not valid UTF-8; save the file as UTF-8\n");
  }

  @Test
  void aSecondTableThatIsTooMuchIsNamed() throws IOException {
    String first = file("first", "a,2305843009213693951\n");
    String second = file("second", "b,2305843009213693951\n");
    assertThat(run("evaluate --weights 2 -i", first, "-i", second).exitCode()).isZero();
    Run run = run("evaluate --weights 2 -i", first, "-i", second, "-i", first);
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err())
        .startsWith("makemore: " + first + ": with this file, all files have more than 2^63 - 1");
  }

  @Test
  void aTableMayComeThroughAPipe() {
    String table = "name,count\nanna,3\nben,2\n\"Smith, J\",1\n";
    String[] line = {"train", "-o", "-", "--weights", "count", "-i", "-"};
    assertThat(Run.withInput(table, line).out()).isEqualTo(run("train -o - -i", list).out());
  }

  @Test
  void theBuiltInNamesAreNoTable() {
    Run run = run("train --weights 2 -o -");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("makemore: --weights: is for a table, and no file is given\n");
  }

  @Test
  void ofATableWithMoreColumnsItIsSaidWhichAreUsed() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), "rank,name,count\n1,emma,5\n");
    Run run = Run.of("train", "-i", table.toString(), "--weights", "count", "-o", "-");
    assertThat(run.err())
        .contains(
            "the items are from column 1, 'rank', how often they occur from column 3, 'count'");
    Path pair = Files.writeString(folder.resolve("p.csv"), "emma,5\n");
    assertThat(Run.of("train", "-i", pair.toString(), "--weights", "2", "-o", "-").err())
        .doesNotContain("column");
  }
}
