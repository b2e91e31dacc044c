package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards in applications that are named modules. */
class ModuleTest {
  @TempDir private Path directory;

  private Compilation compile(String requires) throws IOException {
    Path module =
        Files.writeString(
            directory.resolve("module-info.java"),
            "module app {\n  requires dev.gatewright.runtime;\n"
                + requires
                + "  exports app;\n}\n");
    Path endpoint =
        Files.writeString(
            directory.resolve("Endpoint.java"),
            """
            package app;

            @dev.gatewright.Secured
            public class Endpoint {
              public void call() {}
            }
            """);
    return Compilation.by(
        ToolProvider.getSystemJavaCompiler(),
        List.of(module, endpoint),
        directory,
        List.of(new GuardProcessor()),
        List.of(
            "-Xlint:all,-processing,-classfile,-path,-requires-automatic",
            "--module-path",
            System.getProperty("java.class.path")));
  }

  @Test
  void aModuleThatDoesNotReadJavaCompilerGetsAGuardWithoutItsAnnotation() throws IOException {
    Compilation compiled = compile("");

    assertThat(compiled.succeeded()).isTrue();
    assertThat(compiled.problems()).noneMatch(each -> each.contains("EndpointGuard"));
    assertThat(compiled.sources().get("EndpointGuard.java"))
        .contains("value = Endpoint.class")
        .doesNotContain("Generated(");
  }

  @Test
  void aModuleThatReadsJavaCompilerGetsAGuardThatToolsKnowAsGenerated() throws IOException {
    Compilation compiled = compile("  requires java.compiler;\n");

    assertThat(compiled.succeeded()).isTrue();
    assertThat(compiled.problems()).noneMatch(each -> each.contains("EndpointGuard"));
    assertThat(compiled.sources().get("EndpointGuard.java"))
        .contains("@Generated(\"dev.gatewright.processor.GuardProcessor\")");
  }
}
