package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
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

/** Another processor writes what an endpoint needs, one or two rounds later. */
class DeferralTest {
  @TempDir private Path directory;

  private Compilation compile(JavaCompiler compiler, String endpoint, String made, int rounds)
      throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("Endpoint.java"),
            "package late;\n\nimport dev.gatewright.*;\n\n" + endpoint + "\n");
    return Compilation.by(
        compiler,
        List.of(file),
        directory,
        List.of(new GuardProcessor(), new LateSource(made, rounds)),
        List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Secured class Endpoint { void call(Made made) {} }",
        "@Secured class Endpoint { java.util.List<? extends Made[]> call() { return null; } }",
        "class Endpoint { @Secured <M extends Made> void call() {} }",
        "@Secured class Endpoint<M extends Made> { void call() {} }",
        "@Secured class Endpoint { Endpoint(Made made) {} void call() {} }",
        "class Endpoint { @Secured(policies = Made.class) void call(String id) {} }",
        "class Endpoint { @Secured @RateLimited(permits = 1, per = \"1s\", keyedBy = Made.class)"
            + " void call(String id) {} }",
        "class Endpoint { @Secured @ValidatedInput(groups = Made.class) void call(String id) {} }",
        "@Secured class Endpoint extends Made { void call() {} }",
        "@Secured class Endpoint implements java.util.function.Consumer<Made> {"
            + " public void accept(Made made) {} }",
        "@Secured(roles = Made.ROLE) class Endpoint { void call() {} }",
      })
  void anEndpointWaitsForATypeThatIsYetToBeWritten(String endpoint) throws IOException {
    String made =
        "class Made { public static final String ROLE = \"made\";"
            + " public boolean permits(dev.gatewright.runtime.caller.Caller caller, String id) {"
            + " return true; } public String key(String id) { return id; } }";

    Compilation compiled = compile(ToolProvider.getSystemJavaCompiler(), endpoint, made, 1);

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.sources()).containsKey("EndpointGuard.java");
  }

  @Test
  void aGuardThatOnlyAGeneratedSupertypeDemandsIsWritten() throws IOException {
    String made = "interface Made { @dev.gatewright.Secured(roles = \"made\") void call(); }";
    String endpoint = "class Endpoint implements Made { public void call() {} }";

    Compilation compiled = compile(ToolProvider.getSystemJavaCompiler(), endpoint, made, 2);

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.sources()).containsKeys("EndpointGuard.java", "MadeGuard.java");
    assertThat(compiled.sources().get("EndpointGuard.java")).contains(".anyRole(\"made\")");
  }

  @Test
  void ecjLetsAnEndpointWaitAsWell() throws IOException {
    Compilation compiled =
        compile(
            new EclipseCompiler(),
            "@Secured class Endpoint { void call(Made made) {} }",
            "class Made {}",
            1);

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.sources()).containsKey("EndpointGuard.java");
  }

  @Test
  void aTypeThatNobodyWritesIsReportedByJavacAndByGatewright() throws IOException {
    Compilation compiled =
        compile(
            ToolProvider.getSystemJavaCompiler(),
            "@Secured class Endpoint { void call(Missing missing) {} }",
            "class Made {}",
            0);

    assertThat(compiled.succeeded()).isFalse();
    assertThat(compiled.problems())
        .anySatisfy(problem -> assertThat(problem).contains("cannot find symbol"))
        .anySatisfy(problem -> assertThat(problem).contains("[GW-M17]", "Endpoint"));
  }

  @Test
  void aMissingTypeInAClassThatNobodyGuardsIsLeftToJavac() throws IOException {
    Compilation compiled =
        compile(
            ToolProvider.getSystemJavaCompiler(),
            "class Endpoint { void call(Missing missing) {} }",
            "class Made {}",
            0);

    assertThat(compiled.problems()).hasSize(1).allMatch(each -> each.contains("cannot find"));
  }

  @Test
  // On methods and parameters: of one on a type, javac itself complains with any processor.
  void anOptionalAnnotationThatAClassFileLacksKeepsNobodyWaiting() throws IOException {
    Path marker =
        Files.writeString(
            directory.resolve("Marker.java"),
            """
            package lib;

            import java.lang.annotation.*;

            @Retention(RetentionPolicy.RUNTIME)
            public @interface Marker {}
            """);
    Path base =
        Files.writeString(
            directory.resolve("Base.java"),
            """
            package lib;

            public class Base {
              @Marker
              public void inherited(@Marker String text) {}
            }
            """);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    Path library = directory.resolve("library");
    Compilation compiled =
        Compilation.by(javac, List.of(marker, base), library, List.of(), List.of());
    assertThat(compiled.problems()).isEmpty();
    Files.delete(compiled.classes().resolve("lib/Marker.class"));
    Path endpoint =
        Files.writeString(
            directory.resolve("Endpoint.java"),
            "@dev.gatewright.Secured class Endpoint extends lib.Base { void call() {} }");

    Compilation guarded =
        Compilation.by(
            javac,
            List.of(endpoint),
            directory.resolve("guarded"),
            List.of(new GuardProcessor()),
            List.of(
                "-classpath",
                compiled.classes() + File.pathSeparator + System.getProperty("java.class.path")));

    assertThat(guarded.problems()).isEmpty();
    assertThat(guarded.sources().get("EndpointGuard.java")).contains("inherited(String text)");
  }
}
