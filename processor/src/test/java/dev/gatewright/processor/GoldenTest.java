package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares guards with their exact text. {@code mvn -pl processor -am test -Dtest=GoldenTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dgatewright.goldens=rewrite} rewrites the goldens.
 */
class GoldenTest {
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("gatewright.goldens"));

  /** Compilers warn of annotations that no processor claims; those of Spring are never claimed. */
  private static final List<String> STRICT_JAVAC =
      List.of("-Xlint:all,-processing,-classfile,-path", "-Werror", "--release", "17");

  /** Without warnings that only the goldens' own odd sources get. */
  private static final List<String> STRICT_ECJ =
      List.of("-17", "-warn:+raw,unchecked,deprecation,removal", "-warn:-unused,typeHiding");

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();

  @TempDir private Path directory;

  static List<Golden> goldens() throws IOException {
    return Golden.all().toList();
  }

  @BeforeAll
  static void rewriteIfAsked(@TempDir Path rewritten) throws IOException {
    if (!REWRITE) {
      return;
    }
    for (Golden golden : goldens()) {
      golden.rewrite(
          Compilation.by(
                  ToolProvider.getSystemJavaCompiler(),
                  golden.sources(),
                  rewritten.resolve(golden.toString()),
                  List.of(new GuardProcessor()),
                  STRICT_JAVAC)
              .sources());
    }
  }

  private Compilation compile(
      JavaCompiler compiler, List<Path> sources, String name, List<String> options)
      throws IOException {
    return Compilation.by(
        compiler, sources, directory.resolve(name), List.of(new GuardProcessor()), options);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void theGuardIsTheGoldenAndCompilesWithoutAWarning(Golden golden) throws IOException {
    Compilation compiled = compile(javac, golden.sources(), "javac", STRICT_JAVAC);

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.succeeded()).isTrue();
    assertThat(compiled.sources()).isNotEmpty().isEqualTo(golden.guards());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void ecjWritesTheSameGuardAndCompilesItWithoutAWarning(Golden golden) throws IOException {
    Compilation compiled = compile(new EclipseCompiler(), golden.sources(), "ecj", STRICT_ECJ);

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.sources()).isEqualTo(golden.guards());
    assertThat(compiled.succeeded()).isTrue();
  }

  @Test
  void neitherTheOrderOfTheSourcesNorTheOtherSourcesMatter() throws IOException {
    List<Path> reversed = Golden.sourcesOfAll();
    Collections.reverse(reversed);

    assertThat(compile(javac, reversed, "reversed", STRICT_JAVAC).sources())
        .isEqualTo(Golden.guardsOfAll());
  }

  @Test
  void twoBuildsWriteTheSameBytes() throws IOException {
    Compilation first = compile(javac, Golden.sourcesOfAll(), "first", STRICT_JAVAC);
    Compilation second = compile(javac, Golden.sourcesOfAll(), "second", STRICT_JAVAC);

    assertThat(second.sources()).isEqualTo(first.sources()).isNotEmpty();
  }

  @Test
  void aBuildThatFindsTheGuardsOfTheLastOneOnItsClassPathWritesThemAgain() throws IOException {
    Compilation first = compile(javac, Golden.sourcesOfAll(), "first", STRICT_JAVAC);
    List<String> options = new ArrayList<>(STRICT_JAVAC);
    String classPath = first.classes() + File.pathSeparator + System.getProperty("java.class.path");
    options.addAll(List.of("-classpath", classPath));

    Compilation second = compile(javac, Golden.sourcesOfAll(), "second", options);

    assertThat(second.problems()).isEmpty();
    assertThat(second.sources()).isEqualTo(first.sources());
  }
}
