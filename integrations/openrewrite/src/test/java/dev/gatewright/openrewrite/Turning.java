package dev.gatewright.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Parser;
import org.openrewrite.Recipe;
import org.openrewrite.Result;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.java.JavaParser;
import org.openrewrite.properties.PropertiesParser;
import org.openrewrite.yaml.YamlParser;

/** Runs recipes over sources, as a build does, and a second time over what comes out. */
final class Turning {
  private static final List<Path> CLASS_PATH = JavaParser.runtimeClasspath();

  private Turning() {}

  /** A Java source as the recipe leaves it. */
  static String of(Recipe recipe, String source) {
    return of(recipe, Map.of("Source.java", source)).get("Source.java");
  }

  /** Bodies of sources that share their imports, each in a package of its own. */
  static List<String> each(Recipe recipe, String imports, List<String> bodies) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < bodies.size(); i++) {
      sources.put(
          "case" + i + "/Source.java",
          "package case" + i + ";\n\n" + imports + "\n" + bodies.get(i));
    }
    return of(recipe, sources).values().stream().map(Turning::withoutImports).toList();
  }

  private static String withoutImports(String source) {
    return source.replaceAll("(?m)\\A(package|import) .*\n\n?|^import .*\n\n?", "");
  }

  /** Sources by their paths as the recipe leaves them; a second run changes nothing. */
  static Map<String, String> of(Recipe recipe, Map<String, String> sources) {
    Map<String, String> turned = once(recipe, sources);
    assertThat(once(recipe, turned)).as("after a second run").isEqualTo(turned);
    return turned;
  }

  private static Map<String, String> once(Recipe recipe, Map<String, String> sources) {
    List<Throwable> failures = new ArrayList<>();
    ExecutionContext context = new InMemoryExecutionContext(failures::add);
    List<SourceFile> parsed = parse(sources, context);
    Map<String, String> turned = new LinkedHashMap<>(sources);
    for (Result result :
        recipe.run(new InMemoryLargeSourceSet(parsed), context).getChangeset().getAllResults()) {
      SourceFile after = result.getAfter();
      assertThat(after).isNotNull();
      turned.put(after.getSourcePath().toString(), after.printAll());
    }
    assertThat(failures).isEmpty();
    return turned;
  }

  private static List<SourceFile> parse(Map<String, String> sources, ExecutionContext context) {
    List<Parser.Input> java = new ArrayList<>();
    List<SourceFile> all = new ArrayList<>();
    sources.forEach(
        (path, text) -> {
          Parser.Input input = Parser.Input.fromString(Path.of(path), text);
          if (path.endsWith(".java")) {
            java.add(input);
          } else {
            Parser parser =
                path.endsWith(".properties") ? new PropertiesParser() : new YamlParser();
            all.addAll(parser.parseInputs(List.of(input), null, context).toList());
          }
        });
    all.addAll(
        JavaParser.fromJavaVersion()
            .classpath(CLASS_PATH)
            .build()
            .parseInputs(java, null, context)
            .toList());
    return all;
  }
}
