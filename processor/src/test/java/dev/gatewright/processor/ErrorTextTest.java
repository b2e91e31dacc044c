package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text of the sources reads like what compilers put in place of an unknown value. */
class ErrorTextTest {
  private static final String IMPORTS =
      """
      import dev.gatewright.*;
      import org.springframework.web.bind.annotation.*;

      """;

  @TempDir private Path directory;

  private Compilation compile(JavaCompiler compiler, String endpoint) throws IOException {
    Path file = Files.writeString(directory.resolve("Endpoint.java"), IMPORTS + endpoint + "\n");
    return Compilation.by(
        compiler, List.of(file), directory, List.of(new GuardProcessor()), List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Endpoint { @GetMapping(\"<error>\") void call() {} }",
        "class Endpoint { @GetMapping({\"/a\", \"<error>\"}) void call() {} }",
        "@RequestMapping(\"<error>\") class Endpoint { @GetMapping void call() {} }",
        "@ResponseStatus(reason = \"<error>\") class Endpoint { @GetMapping void call() {} }",
        "@RequestMapping(\"<\" + \"error>\") @interface Api {}"
            + " class Endpoint { @Api void call() {} }",
        "class Endpoint { static final String PATH = \"<error>\";"
            + " @GetMapping(PATH) void call() {} }",
        "interface Api { @GetMapping(\"<error>\") void call(); }"
            + " class Endpoint implements Api { public void call() {} }",
      })
  void anEndpointThatNothingSecuresIsRefusedByEveryCompiler(String endpoint) throws IOException {
    for (JavaCompiler compiler :
        List.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler())) {
      Compilation compiled = compile(compiler, endpoint);

      assertThat(compiled.succeeded()).isFalse();
      assertThat(compiled.problems())
          .anyMatch(each -> each.contains("[GW-A01]") || each.contains("[GW-M17]"));
    }
  }

  @Test
  void javacWritesTheGuardAndTellsTheTextFromAnError() throws IOException {
    Compilation compiled =
        compile(
            ToolProvider.getSystemJavaCompiler(),
            "@Secured(roles = \"<error>\") @SuppressWarnings(\"<error>\")"
                + " class Endpoint { @GetMapping(\"<error>\") void call(@RequestParam(\"<error>\")"
                + " String text) {} }");

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.sources().get("EndpointGuard.java")).contains(".anyRole(\"<error>\")");
  }

  @Test
  void ecjCannotTellThemApartAndSaysSo() throws IOException {
    Compilation compiled =
        compile(
            new EclipseCompiler(),
            "@Secured(roles = \"<error>\") class Endpoint { void call() {} }");

    assertThat(compiled.succeeded()).isFalse();
    assertThat(compiled.problems()).anyMatch(each -> each.contains("[GW-M17]"));
  }

  @Test
  void ecjCompilesAClassThatNeedsNoGuard() throws IOException {
    Compilation compiled =
        compile(new EclipseCompiler(), "@SuppressWarnings(\"<error>\") class Endpoint {}");

    assertThat(compiled.succeeded()).isTrue();
  }
}
