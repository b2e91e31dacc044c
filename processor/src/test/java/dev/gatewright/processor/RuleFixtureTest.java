package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.io.TempDir;
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

  /**
   * Of the same columns too, except where javac points at the middle of an expression or of a
   * declaration; and of all but local classes, which ecj does not show to processors.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void ecjReportsEveryRuleAtItsLine(RuleFixture fixture, @TempDir Path output) throws IOException {
    assumeThat(fixture.rule()).isNotEqualTo("GW-M13");

    assertThat(ecj(fixture, output).stream().map(Diagnosis::withoutColumn))
        .containsExactlyInAnyOrderElementsOf(
            fixture.expected().stream()
                .filter(Diagnosis::isOfGatewright)
                .map(Diagnosis::withoutColumn)
                .toList());
  }

  private static List<Diagnosis> ecj(RuleFixture fixture, Path output) throws IOException {
    JavaCompiler ecj = new EclipseCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        ecj.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      JavaCompiler.CompilationTask task =
          ecj.getTask(
              null,
              files,
              diagnostics,
              List.of("--release", "17", "-classpath", System.getProperty("java.class.path")),
              null,
              files.getJavaFileObjectsFromPaths(fixture.files()));
      task.setProcessors(List.of(new GuardProcessor()));
      task.call();
    }
    return diagnostics.getDiagnostics().stream()
        .map(Diagnosis::of)
        .filter(Diagnosis::isOfGatewright)
        .toList();
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
