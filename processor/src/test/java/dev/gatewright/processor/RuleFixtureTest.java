package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixture gets exactly the messages it expects, at exactly the places it expects them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleFixtureTest {

  /** ecj shows no local classes to processors, and no place of a record; it runs at level 17. */
  private static final Set<String> BEYOND_ECJ =
      Set.of(
          "GW-M13",
          "GW-M25",
          "GW-M27",
          "GW-M28",
          "GW-M06",
          "GW-V04/RecordComponent.java",
          "GW-V04/AccessorOnly.java");

  private FixtureCompiler javac;
  private FixtureCompiler ecj;

  @BeforeAll
  void openCompilers() throws IOException {
    javac =
        new FixtureCompiler(
            ToolProvider.getSystemJavaCompiler(),
            "-Xlint:all,-processing,-options,-auxiliaryclass");
    ecj = new FixtureCompiler(new EclipseCompiler(), "-source", "17", "-target", "17");
  }

  @AfterAll
  void closeCompilers() throws IOException {
    javac.close();
    ecj.close();
  }

  static Stream<RuleFixture> fixtures() {
    return RuleFixture.all().stream();
  }

  static Stream<RuleFixture> fixturesThatEcjSees() {
    return fixtures()
        .filter(fixture -> !BEYOND_ECJ.contains(fixture.rule()))
        .filter(fixture -> !BEYOND_ECJ.contains(fixture.toString()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void javacReportsEveryRuleAtItsLineAndColumnAndNothingElse(
      RuleFixture fixture, @TempDir Path output) throws IOException {
    assertThat(javac.compile(fixture, output))
        .containsExactlyInAnyOrderElementsOf(fixture.expected());
  }

  /** Columns differ where javac points at the middle of an expression or of a declaration. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("fixturesThatEcjSees")
  void ecjReportsEveryRuleAtItsLine(RuleFixture fixture, @TempDir Path output) throws IOException {
    assertThat(ofGatewrightWithoutColumns(ecj.compile(fixture, output)))
        .containsExactlyInAnyOrderElementsOf(ofGatewrightWithoutColumns(fixture.expected()));
  }

  private static List<Diagnosis> ofGatewrightWithoutColumns(List<Diagnosis> diagnoses) {
    return diagnoses.stream()
        .filter(Diagnosis::isOfGatewright)
        .map(Diagnosis::withoutColumn)
        .toList();
  }
}
