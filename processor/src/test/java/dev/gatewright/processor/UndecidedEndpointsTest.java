package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that adopts Gatewright one endpoint after the other, by each compiler. */
class UndecidedEndpointsTest {
  private static final String ORDERS =
      """
      package app;

      import dev.gatewright.Secured;
      import org.springframework.web.bind.annotation.*;

      @RestController
      public class Orders {
        @GetMapping("/orders") %s
        public String list() { return ""; }

        @DeleteMapping("/orders/{id}")
        public void cancel(@PathVariable String id) {}
      }
      """;

  private static final String ITEMS =
      """
      package app;

      import org.springframework.web.bind.annotation.*;

      @RestController
      public class Items {
        @GetMapping("/items")
        public String items() { return ""; }
      }
      """;

  private static final String API =
      """
      package app;

      import dev.gatewright.Secured;
      import org.springframework.web.bind.annotation.*;

      public interface Api<T> {
        @GetMapping("/a") @Secured
        String first();

        @PostMapping("/b")
        String second(@RequestBody T body);
      }
      """;

  private static final String HIDING =
      """
      package app;

      import org.springframework.web.bind.annotation.*;

      class Base {
        @GetMapping("/base")
        private String list() { return ""; }
      }

      @RestController
      public class Shop extends Base {
        @GetMapping("/shop")
        public String list() { return ""; }
      }
      """;

  @TempDir private Path directory;
  private Path list;

  @BeforeEach
  void nameTheList() {
    list = directory.resolve("gatewright-baseline.txt");
  }

  static Stream<Named<JavaCompiler>> compilers() {
    return Stream.of(
        Named.of("javac", ToolProvider.getSystemJavaCompiler()),
        Named.of("ecj", new EclipseCompiler()));
  }

  private Compilation compile(JavaCompiler compiler, String write, String... texts)
      throws IOException {
    Path sources = Files.createDirectories(directory.resolve("app"));
    List<Path> files =
        Stream.of(texts)
            .map(
                text -> {
                  try {
                    String name =
                        text.replaceAll("(?s).*public (?:class|interface) (\\w+).*", "$1");
                    return Files.writeString(sources.resolve(name + ".java"), text);
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                })
            .toList();
    Path output = directory.resolve("output");
    String earlier = output.resolve("classes").toString();
    return Compilation.by(
        compiler,
        files,
        output,
        List.of(new GuardProcessor()),
        List.of(
            "-source",
            "17",
            "-target",
            "17",
            "-classpath",
            earlier + File.pathSeparator + System.getProperty("java.class.path"),
            "-Agatewright.baseline=" + list,
            "-Agatewright.baseline.write=" + write));
  }

  private List<String> listed() throws IOException {
    return Files.readAllLines(list).stream().filter(line -> !line.startsWith("#")).toList();
  }

  private static List<String> errors(Compilation compilation) {
    return compilation.problems().stream().filter(each -> each.contains("[GW-")).toList();
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void theFirstListHasEveryEndpointAndLetsThemCompile(JavaCompiler compiler) throws IOException {
    Compilation written = compile(compiler, "all", ORDERS.formatted(""), ITEMS);

    assertThat(errors(written)).isEmpty();
    assertThat(listed())
        .containsExactly(
            "app.Items#items()", "app.Orders#cancel(java.lang.String)", "app.Orders#list()");
    assertThat(written.sources()).isEmpty();
    assertThat(written.notes())
        .contains("3 endpoints are not decided yet, listed in gatewright-baseline.txt");

    Compilation checked = compile(compiler, "no", ORDERS.formatted(""), ITEMS);

    assertThat(checked.succeeded()).isTrue();
    assertThat(checked.notes())
        .containsOnlyOnce("3 endpoints are not decided yet, listed in gatewright-baseline.txt");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void theGuardOverridesWhatIsDecidedAndTheRunTimeIsToldOfTheRest(JavaCompiler compiler)
      throws IOException {
    Files.writeString(list, "app.Orders#cancel(java.lang.String)\n");

    Compilation compiled = compile(compiler, "no", ORDERS.formatted("@Secured"));

    assertThat(errors(compiled)).isEmpty();
    assertThat(compiled.succeeded()).isTrue();
    assertThat(compiled.sources().get("OrdersGuard.java"))
        .contains("String list()")
        .doesNotContain("cancel");
    assertThat(compiled.classes().resolve("META-INF/gatewright/undecided/app.Orders"))
        .hasContent("app.Orders#cancel(java.lang.String)\n");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void aLineOfMethodsThatHideOneAnotherOpensNone(JavaCompiler compiler) throws IOException {
    Files.writeString(list, "app.Shop#list()\n");

    Compilation compiled = compile(compiler, "no", HIDING);

    assertThat(errors(compiled)).anyMatch(each -> each.contains("[GW-A01]"));
    assertThat(compile(compiler, "removals", HIDING).succeeded()).isFalse();
    assertThat(listed()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void theGuardOfAnInterfaceHandsUndecidedCallsOn(JavaCompiler compiler) throws IOException {
    Files.writeString(list, "app.Api#second(java.lang.Object)\n");

    Compilation compiled = compile(compiler, "no", API);

    assertThat(errors(compiled)).isEmpty();
    assertThat(compiled.succeeded()).isTrue();
    assertThat(compiled.sources().get("ApiGuard.java"))
        .contains("return delegate.second(body);")
        .containsOnlyOnce("gate.enter(");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void anEndpointThatIsNewIsAnErrorHoweverTheListIsRewrittenByItself(JavaCompiler compiler)
      throws IOException {
    Files.writeString(list, "app.Orders#list()\n");

    for (String write : List.of("no", "removals")) {
      assertThat(errors(compile(compiler, write, ORDERS.formatted(""))))
          .singleElement()
          .asString()
          .contains("[GW-A01] Orders.cancel(String)");
      assertThat(listed()).containsExactly("app.Orders#list()");
    }
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void removalsTakeOnlyLinesOfWhatIsCompiled(JavaCompiler compiler) throws IOException {
    Files.writeString(
        list,
        """
        app.Gone#one()
        app.Items#items()
        app.Orders#cancel(java.lang.String)
        app.Orders#list()
        app.Orders#list(int)
        """);
    compile(compiler, "all", ITEMS);

    Compilation decided = compile(compiler, "removals", ORDERS.formatted("@Secured"));

    assertThat(errors(decided)).isEmpty();
    assertThat(listed())
        .containsExactly(
            "app.Gone#one()", "app.Items#items()", "app.Orders#cancel(java.lang.String)");
    assertThat(decided.notes())
        .contains(
            "3 endpoints are not decided yet, listed in gatewright-baseline.txt; this compilation"
                + " knows no class app.Gone: remove the lines of classes that are gone");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void aLineIsSuperfluousOnlyWhereItsClassIsCompiled(JavaCompiler compiler) throws IOException {
    Files.writeString(list, "app.Items#items()\napp.Orders#gone()\n");

    assertThat(errors(compile(compiler, "no", ITEMS))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void anEmptyListSaysThatItsTimeIsOver(JavaCompiler compiler) throws IOException {
    Files.writeString(list, "app.Orders#list()\n");

    Compilation compiled =
        compile(
            compiler,
            "removals",
            ORDERS.formatted("@Secured").replace("@DeleteMapping(\"/orders/{id}\")", ""));

    assertThat(errors(compiled)).isEmpty();
    assertThat(listed()).isEmpty();
    assertThat(compiled.notes())
        .contains(
            "gatewright-baseline.txt lists no endpoint: remove it, and the option"
                + " -Agatewright.baseline");
  }
}
