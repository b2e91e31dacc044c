package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compilers make up names of parameters that a class file lacks: these match nothing. */
class NamesOfClassFilesTest {
  private static final String HEADER =
      """
      package library;
      import dev.gatewright.*;
      import dev.gatewright.runtime.caller.Caller;
      """;

  private static final Map<String, String> LIBRARY =
      Map.of(
          "OwnsTarget",
          "public class OwnsTarget {"
              + " public boolean permits(Caller caller, String target) { return false; } }",
          "AccountKey",
          "public class AccountKey { public String key(String account) { return account; } }",
          "Moves",
          "public abstract class Moves { @Secured(policies = OwnsTarget.class)"
              + " public void move(String target, String source) {} }",
          "Plain",
          "public abstract class Plain { public void tell(String word) {} }",
          "LogIns",
          "public abstract class LogIns { @Public(reason = \"Log in here.\")"
              + " @RateLimited(permits = 5, per = \"1m\", keyedBy = AccountKey.class)"
              + " public void logIn(String account, String nonce) {} }");

  private static final String APPLICATION =
      "import dev.gatewright.*; import dev.gatewright.runtime.caller.Caller; import library.*; ";

  @TempDir private Path directory;

  static Stream<JavaCompiler> compilers() {
    return Stream.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler());
  }

  private List<String> problems(JavaCompiler compiler, String type, String... options)
      throws IOException {
    Path library = Files.createDirectories(directory.resolve("library"));
    List<String> all = new ArrayList<>(List.of(options));
    Collections.addAll(all, "-proc:none", "--release", "17", "-d", library.toString());
    Collections.addAll(all, "-classpath", System.getProperty("java.class.path"));
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> each : LIBRARY.entrySet()) {
      Path file = directory.resolve(each.getKey() + ".java");
      files.add(Files.writeString(file, HEADER + each.getValue()));
    }
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      boolean succeeded =
          compiler
              .getTask(null, manager, null, all, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(succeeded).isTrue();
    }
    Path source = Files.writeString(directory.resolve("Own.java"), APPLICATION + type);
    String classPath = library + File.pathSeparator + System.getProperty("java.class.path");
    return Compilation.by(
            compiler,
            List.of(source),
            directory.resolve("out"),
            List.of(new GuardProcessor()),
            List.of("-classpath", classPath))
        .problems()
        .stream()
        .filter(each -> each.contains("[GW-"))
        .toList();
  }

  private static void assertRefused(List<String> problems, String... texts) {
    assertThat(problems).singleElement().asString().contains(texts);
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void aPolicyAndAnEndpointWithoutNamesDoNotMatchByPosition(JavaCompiler compiler)
      throws IOException {
    assertRefused(
        problems(compiler, "class Own extends Moves {}", "-g:none"),
        "[GW-P04] OwnsTarget cannot be a policy of Moves.move(String, String)",
        "asks for 'String arg1', but parameters have no names in the class file of OwnsTarget."
            + " Fix: compile OwnsTarget with -parameters.");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void aKeyAndAnEndpointWithoutNamesDoNotMatchByPosition(JavaCompiler compiler) throws IOException {
    assertRefused(
        problems(compiler, "class Own extends LogIns {}", "-g:none"),
        "[GW-K04] AccountKey cannot key a limit of LogIns.logIn(String, String)",
        "Fix: compile AccountKey with -parameters.");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void aPolicyWithoutNamesMatchesNoNameOfTheSources(JavaCompiler compiler) throws IOException {
    assertRefused(
        problems(
            compiler,
            "class Own { @Secured(policies = OwnsTarget.class)"
                + " void move(String arg0, String arg1) {} }",
            "-g:none"),
        "[GW-P04]",
        "Fix: compile OwnsTarget with -parameters.");
  }

  /** The policy of the sources is on the type: the library's endpoint is asked for it, too. */
  @ParameterizedTest
  @MethodSource("compilers")
  void anEndpointWithoutNamesMatchesNoNameOfTheSources(JavaCompiler compiler) throws IOException {
    assertRefused(
        problems(
            compiler,
            "@Secured(policies = Owns.class) class Own extends Plain {}"
                + " class Owns {"
                + " public boolean permits(Caller caller, String arg0) { return false; } }",
            "-g:none"),
        "[GW-P04] Owns cannot be a policy of Plain.tell(String)",
        "asks for 'String arg0', but parameters have no names in the class file of Plain."
            + " Fix: compile Plain with -parameters.");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void namesForDebuggersAreNames(JavaCompiler compiler) throws IOException {
    assertThat(problems(compiler, "class Own extends Moves {}", "-g")).isEmpty();
    assertThat(problems(compiler, "class Own extends LogIns {}", "-g")).isEmpty();
  }

  @Test
  void namesOfParametersAreNames() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    assertThat(problems(compiler, "class Own extends Moves {}", "-g:none", "-parameters"))
        .isEmpty();
  }
}
