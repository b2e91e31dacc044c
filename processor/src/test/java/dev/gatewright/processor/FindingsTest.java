package dev.gatewright.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a finding does to a compilation. */
class FindingsTest {
  private static final String CONTROLLER =
      """
      package orders;

      import dev.gatewright.Secured;
      import org.springframework.web.bind.annotation.*;

      @RestController
      @RequestMapping("/orders")
      class Orders {
        @GetMapping
        @Secured
        String list() { return ""; }

        @GetMapping("/{id}")
        @Secured(scopes = "orders:read")
        String find(@PathVariable String id) { return id; }

        @DeleteMapping("/{id}")
        @Secured(roles = "clerk", mfa = true)
        void cancel(@PathVariable String id) {}
      }
      """;

  static Stream<Integer> linesWithSecured() {
    List<String> lines = CONTROLLER.lines().toList();
    return IntStream.range(0, lines.size())
        .filter(line -> lines.get(line).strip().startsWith("@Secured"))
        .boxed();
  }

  @ParameterizedTest
  @CsvSource({"9, 0", "10, 10", "25, 25"})
  void whereManyEndpointsAreUndecidedTheErrorsTellOfTheBaseline(int endpoints, int telling) {
    String methods =
        IntStream.range(0, endpoints)
            .mapToObj(
                i -> "  @GetMapping(\"/%1$d\") String list%1$d() { return \"\"; }\n".formatted(i))
            .collect(Collectors.joining());

    Compilation compilation =
        javac()
            .withProcessors(new GuardProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "orders.Orders",
                    """
                    package orders;

                    import org.springframework.web.bind.annotation.*;

                    @RestController
                    class Orders {
                    %s
                    }
                    """
                        .formatted(methods)));

    assertThat(compilation).hadErrorCount(endpoints);
    assertThat(compilation.errors())
        .filteredOn(each -> each.getMessage(null).contains("docs/adopting.md"))
        .hasSize(telling)
        .allSatisfy(each -> assertThat(each.getMessage(null)).contains("-Agatewright.baseline"));
  }

  @Test
  void warningsThatTheAuthorSuppressedDoNotComeBackInTheGuard() {
    String source =
        """
        package sessions;

        import dev.gatewright.Secured;

        @SuppressWarnings({"try", "overrides"})
        class Session implements AutoCloseable {
          @Secured @Override public void close() throws InterruptedException {}
          @Secured @Override public boolean equals(Object other) { return this == other; }
        }
        """;

    Compilation compilation =
        javac()
            .withProcessors(new GuardProcessor())
            .withOptions("-Xlint:all,-processing,-classfile,-path")
            .compile(JavaFileObjects.forSourceString("sessions.Session", source));

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation).generatedSourceFile("sessions.SessionGuard");
  }

  @Test
  void withEverySecuredInPlaceTheControllerCompiles() {
    assertThat(compile(CONTROLLER)).succeededWithoutWarnings();
  }

  @ParameterizedTest
  @MethodSource("linesWithSecured")
  void deletingOneSecuredMakesTheCompileFailAtThatEndpoint(int line) {
    List<String> lines = CONTROLLER.lines().toList();
    String without =
        String.join("\n", lines.subList(0, line))
            + "\n\n"
            + String.join("\n", lines.subList(line + 1, lines.size()));

    Compilation compilation = compile(without);

    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation)
        .hadErrorContaining("is neither @Secured nor @Public")
        .inFile(source(without))
        // Lines count from 1, and the method is on the line after its annotation.
        .onLine(line + 2L);
  }

  @Test
  void aTypeWithAnErrorGetsNoGuardAndOthersDo(@TempDir Path output) throws IOException {
    RuleFixture fixture =
        RuleFixture.all().stream()
            .filter(each -> each.name().equals("SealedClass.java"))
            .findFirst()
            .orElseThrow();
    try (FixtureCompiler compiler = new FixtureCompiler(ToolProvider.getSystemJavaCompiler())) {
      compiler.compile(fixture, output);
    }

    assertThat(output.resolve("orders"))
        .isDirectoryNotContaining("glob:**/SealedClassGuard.java")
        .isDirectoryContaining("glob:**/SpecialGuard.java");
  }

  @Test
  void whatLiesInAClassFileIsReportedAtTheTypeThatInheritsIt(@TempDir Path library)
      throws IOException {
    compileInto(
        library,
        """
        package base;

        import org.springframework.web.bind.annotation.GetMapping;

        public class BaseOrders {
          @GetMapping("/orders")
          public String list() { return ""; }
        }
        """);
    JavaFileObject subclass =
        JavaFileObjects.forSourceString(
            "orders.Orders", "package orders;\n\nclass Orders extends base.BaseOrders {}\n");

    Compilation compilation =
        javac()
            .withClasspath(classPathWith(library))
            .withProcessors(new GuardProcessor())
            .compile(subclass);

    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation)
        .hadErrorContaining(
            "[GW-A01] BaseOrders.list(), an endpoint of Orders, is neither @Secured nor @Public")
        .inFile(subclass)
        .onLine(3);
  }

  private static Compilation compile(String source) {
    return javac().withProcessors(new GuardProcessor()).compile(source(source));
  }

  private static JavaFileObject source(String source) {
    return JavaFileObjects.forSourceString("orders.Orders", source);
  }

  private static void compileInto(Path directory, String source) throws IOException {
    Compilation compilation =
        javac()
            .withOptions("-proc:none")
            .compile(JavaFileObjects.forSourceString("base.BaseOrders", source));
    for (JavaFileObject file : compilation.generatedFiles()) {
      Path target = directory.resolve("base/BaseOrders.class");
      Files.createDirectories(target.getParent());
      try (InputStream content = file.openInputStream()) {
        Files.copy(content, target);
      }
    }
  }

  private static List<File> classPathWith(Path library) {
    return Stream.concat(
            Stream.of(library.toFile()),
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new))
        .toList();
  }
}
