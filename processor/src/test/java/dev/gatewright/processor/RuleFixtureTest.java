package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixture gets exactly the messages it expects, at exactly the places it expects them. */
class RuleFixtureTest {

  static Stream<RuleFixture> fixtures() {
    return RuleFixture.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void javacReportsEveryRuleAtItsLineAndColumnAndNothingElse(RuleFixture fixture) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new GuardProcessor())
            .withOptions("-Xlint:all,-processing,-options,-auxiliaryclass")
            .compile(fixture.sources());

    assertThat(errorsWarningsAndFindings(compilation))
        .containsExactlyInAnyOrderElementsOf(fixture.expected());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void ecjReportsEveryRuleAtItsLine(RuleFixture fixture) {
    Compilation compilation =
        Compiler.compiler(new EclipseCompiler())
            .withProcessors(new GuardProcessor())
            .withOptions("--release", "17")
            .compile(fixture.sources());

    assertThat(
            errorsWarningsAndFindings(compilation).stream()
                .filter(Diagnosis::isOfGatewright)
                .map(Diagnosis::withoutColumn))
        .containsExactlyInAnyOrderElementsOf(
            fixture.expected().stream()
                .filter(Diagnosis::isOfGatewright)
                .map(Diagnosis::withoutColumn)
                .toList());
  }

  private static List<Diagnosis> errorsWarningsAndFindings(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(RuleFixtureTest::matters)
        .map(Diagnosis::of)
        .toList();
  }

  private static boolean matters(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getKind() != Diagnostic.Kind.NOTE
        || Diagnosis.of(diagnostic).isOfGatewright();
  }
}
