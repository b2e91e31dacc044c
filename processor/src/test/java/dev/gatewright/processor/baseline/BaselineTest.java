package dev.gatewright.processor.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of the list, and the options that name it. */
class BaselineTest {
  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("gatewright-baseline.txt");
  }

  private Baseline baseline(String write) {
    return Baseline.of(Map.of(Baseline.OPTION, file.toString(), Baseline.WRITE, write))
        .orElseThrow();
  }

  @Test
  void withoutTheOptionThereIsNoBaseline() {
    assertThat(Baseline.of(Map.of())).isEmpty();
    assertThat(Baseline.of(Map.of(Baseline.OPTION, "", Baseline.WRITE, "no"))).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Set<String> endpoints =
        Set.of(
            "a.B#c()",
            "a.B$D#e(int[],java.util.Map$Entry)",
            "a.B#c(java.lang.String[][])",
            "F#g()");

    baseline("all").write(endpoints);

    Baseline read = baseline("no");
    assertThat(read.faults()).isEmpty();
    assertThat(read.endpoints()).containsExactlyElementsOf(endpoints.stream().sorted().toList());
    assertThat(read.classes()).containsExactly("F", "a.B", "a.B$D");
    assertThat(read.of("a.B")).containsExactly("a.B#c()", "a.B#c(java.lang.String[][])");
    assertThat(Files.readString(file)).startsWith("# Endpoints that are not decided yet");
  }

  @Test
  void linesMayEndAsWindowsEndsThem() throws IOException {
    Files.writeString(file, "# header\r\n\r\na.B#c()\r\na.B#d()\r\n");

    assertThat(baseline("no").faults()).isEmpty();
    assertThat(baseline("no").line("a.B#d()")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.B",
        "a.B#",
        "a.B#c",
        "a.B.c()",
        "a.B#c( )",
        " a.B#c()",
        "a.B#c() ",
        "a.B#c(int,)",
        "a.B#c(,int)",
        "a..B#c()",
        "#c()x",
        "a.B#c(int)(int)",
        "1a#c()",
        "a.B#c(java.util.List<X>)"
      })
  void eachMalformedLineIsNamedByItsNumber(String line) throws IOException {
    Files.writeString(file, "# header\nA#b()\n" + line + "\nz.Z#z()\n");

    assertThat(baseline("removals").faults()).hasSize(1);
    assertThat(baseline("removals").faults().get(0).problem())
        .startsWith("gatewright-baseline.txt, line 3: ");
    assertThat(baseline("removals").endpoints()).containsExactly("A#b()", "z.Z#z()");
    assertThat(baseline("removals").rewrite()).isEqualTo(Rewrite.NO);
  }

  @Test
  void aLineThatIsVeryLongIsReadAndNotQuotedAsAWhole() throws IOException {
    String parameters = "a.".repeat(200_000) + "b";
    Files.writeString(file, "a.B#c(" + parameters + ")\na.B#d(" + parameters + " )\n");

    assertThat(baseline("no").endpoints()).containsExactly("a.B#c(" + parameters + ")");
    assertThat(problems("no")).singleElement().asString().hasSizeLessThan(300);
  }

  @Test
  void aFileThatIsTooLongIsNotRead() throws IOException {
    Files.writeString(file, "A#b()\n".repeat(Baseline.MAX_BYTES / 6 + 1));

    assertThat(problems("no"))
        .containsExactly("gatewright-baseline.txt has more than 1048576 bytes");
    assertThat(baseline("no").endpoints()).isEmpty();
  }

  @Test
  void aFileOfAnotherEncodingIsNotRead() throws IOException {
    Files.write(file, "A#\u00e4()\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(problems("all")).containsExactly("gatewright-baseline.txt is not UTF-8");
    assertThat(baseline("all").rewrite()).isEqualTo(Rewrite.NO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "", "removals"})
  void aFileThatIsNotThereIsMadeOnlyWhereAllAreWritten(String write) {
    assertThat(problems(write)).singleElement().asString().contains("cannot be read");
    assertThat(problems("all")).isEmpty();
  }

  @Test
  void anUnknownValueAndAMissingFileNameAreToldOf() {
    assertThat(problems("yes"))
        .containsExactly("the compiler option -Agatewright.baseline.write has the value 'yes'");
    assertThat(Baseline.of(Map.of(Baseline.WRITE, "all")).orElseThrow().faults())
        .extracting(Fault::problem)
        .containsExactly(
            "the compiler option -Agatewright.baseline.write is set, but no file is named");
  }

  private List<String> problems(String write) {
    return baseline(write).faults().stream().map(Fault::problem).toList();
  }
}
