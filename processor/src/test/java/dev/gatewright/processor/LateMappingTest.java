package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What maps a method is written by another processor, one or two rounds later. */
class LateMappingTest {
  private static final String IMPORTS =
      """
      package late;

      import dev.gatewright.*;
      import org.springframework.web.bind.annotation.*;

      """;

  private static final String MAPPING = "@org.springframework.web.bind.annotation.RequestMapping";
  private static final String REST_MAPPING = "@jakarta.ws.rs.GET @jakarta.ws.rs.Path(\"/\")";

  @TempDir private Path directory;

  static Stream<Arguments> mappings() {
    return Stream.of(
        Arguments.of(
            "an annotation that bears the mapping",
            "class Endpoint { @Made void call() {} }",
            MAPPING + " @interface Made {}"),
        Arguments.of(
            "an annotation that an annotation of the sources bears",
            "@Made @interface Api {} class Endpoint { @Api void call() {} }",
            MAPPING + " @interface Made {}"),
        Arguments.of(
            "a constant in an annotation that an annotation bears",
            "@RequestMapping(Made.PATH) @interface Api {} class Endpoint { @Api void call() {} }",
            "class Made { public static final String PATH = \"/a\"; }"),
        Arguments.of(
            "a constant in the mapping",
            "class Endpoint { @GetMapping(Made.PATH) void call() {} }",
            "class Made { public static final String PATH = \"/a\"; }"),
        Arguments.of(
            "a constant in the mapping of the type",
            "@RequestMapping(Made.PATH) class Endpoint { @GetMapping void call() {} }",
            "class Made { public static final String PATH = \"/a\"; }"),
        Arguments.of(
            "the superclass",
            "class Endpoint extends Made {}",
            "abstract class Made { " + MAPPING + " public void call() {} }"),
        Arguments.of(
            "the superclass of the superclass",
            "abstract class Base extends Made {} class Endpoint extends Base {}",
            "abstract class Made { " + MAPPING + " public void call() {} }"),
        Arguments.of(
            "the interface",
            "class Endpoint implements Made { public void call() {} }",
            "interface Made { " + MAPPING + " void call(); }"),
        Arguments.of(
            "the interface with a default method",
            "class Endpoint implements Made {}",
            "interface Made { " + MAPPING + " default void call() {} }"),
        Arguments.of(
            "the interface of Jakarta REST",
            "class Endpoint implements Made { public void call() {} }",
            "interface Made { " + REST_MAPPING + " void call(); }"),
        Arguments.of(
            "the endpoint itself",
            "class Unrelated {}",
            "class Made { " + MAPPING + " public void call() {} }"),
        Arguments.of(
            "an endpoint nested in it",
            "class Unrelated {}",
            "class Made { public static class Endpoint { "
                + MAPPING
                + " public void call() {} } }"),
        Arguments.of(
            "a subclass of what is mapped",
            "abstract class Endpoint { @GetMapping void call() {} }",
            "class Made extends Endpoint {}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappings")
  void javacDoesNotCompileAnEndpointThatNothingSecures(String what, String endpoint, String made)
      throws IOException {
    assertRefused(ToolProvider.getSystemJavaCompiler(), endpoint, made);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappings")
  void ecjDoesNotCompileAnEndpointThatNothingSecures(String what, String endpoint, String made)
      throws IOException {
    assertRefused(new EclipseCompiler(), endpoint, made);
  }

  private void assertRefused(JavaCompiler compiler, String endpoint, String made)
      throws IOException {
    for (int rounds = 0; rounds < 3; rounds++) {
      Path folder = Files.createDirectories(directory.resolve("after-" + rounds));
      Path file = Files.writeString(folder.resolve("Endpoint.java"), IMPORTS + endpoint + "\n");
      Compilation compiled =
          Compilation.by(
              compiler,
              List.of(file),
              folder,
              List.of(new GuardProcessor(), new LateSource(made, rounds)),
              List.of());

      assertThat(compiled.succeeded()).isFalse();
      assertThat(compiled.problems()).anyMatch(each -> each.contains("[GW-A01]"));
    }
  }
}
