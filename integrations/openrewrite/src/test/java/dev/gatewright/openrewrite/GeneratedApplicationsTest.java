package dev.gatewright.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Moves applications whose classes bear annotations of all systems in any combination: the same
 * callers may call the same methods before and after.
 */
class GeneratedApplicationsTest {
  private static final int CLASSES = 40;
  private static final String SPRING = "@org.springframework.security.access.annotation.Secured";
  private static final List<List<String>> SYSTEMS =
      List.of(
          List.of(
              "@PreAuthorize(\"hasRole('CUSTOMER')\")",
              "@PreAuthorize(\"hasAnyRole('CLERK', 'ADMIN')\")",
              "@PreAuthorize(\"hasAuthority('SCOPE_orders:read')\")",
              "@PreAuthorize(\"hasRole('ADMIN') and hasAuthority('SCOPE_orders:write')\")",
              "@PreAuthorize(\"isAuthenticated()\")",
              "@PreAuthorize(\"permitAll\")",
              "@PreAuthorize(\"denyAll\")",
              "@PreAuthorize(\"hasRole('CLERK') and authentication.name == 'alice'\")",
              "@IsAdmin"),
          List.of(
              SPRING + "(\"ROLE_ADMIN\")",
              SPRING + "({\"ROLE_CLERK\", \"ROLE_CUSTOMER\"})",
              SPRING + "(\"SCOPE_orders:read\")",
              SPRING + "({\"SCOPE_orders:read\", \"ROLE_ADMIN\"})"),
          List.of(
              "@RolesAllowed(\"CLERK\")",
              "@RolesAllowed({\"ADMIN\", \"CUSTOMER\"})",
              "@PermitAll",
              "@DenyAll"));

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"101, 0, 1", "102, 0, 3", "3, 1, 2", "4, 2, 3"})
  void theSameCallersMayCallTheSameMethods(long seed, int first, int end) throws Exception {
    Map<String, String> sources = application(new Random(seed), SYSTEMS.subList(first, end));
    Map<String, String> moved = Turning.of(new MoveToGatewright(), sources);

    try (ShopApplication before =
            ShopApplication.compiled(sources, directory.resolve("before"), "-proc:none");
        ShopApplication after =
            ShopApplication.compiled(
                moved,
                directory.resolve("after"),
                "-processor",
                "dev.gatewright.processor.GuardProcessor",
                "-Agatewright.baseline=" + directory.resolve("baseline.txt").toAbsolutePath(),
                "-Agatewright.baseline.write=all")) {
      Map<String, Set<String>> letIn = before.letIn();

      after
          .letIn()
          .forEach(
              (method, callers) ->
                  assertThat(callers)
                      .as(() -> method + " of " + sourceOf(method, sources, moved))
                      .isEqualTo(letIn.get(method)));
    }
    assertThat(count("@Secured", moved)).isGreaterThan(CLASSES / 3);
    assertThat(count("@Public", moved) > 0).isEqualTo(first != 1);
  }

  private static String sourceOf(
      String method, Map<String, String> sources, Map<String, String> moved) {
    String file = "shop/" + method.substring(0, method.indexOf('.')) + ".java";
    return sources.get(file) + "\n" + moved.get(file);
  }

  private static long count(String annotation, Map<String, String> sources) {
    return sources.values().stream()
        .flatMap(String::lines)
        .filter(line -> line.strip().startsWith(annotation))
        .count();
  }

  private static Map<String, String> application(Random random, List<List<String>> systems) {
    Map<String, String> sources = new TreeMap<>();
    sources.put(
        "shop/IsAdmin.java",
        """
        package shop;

        @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
        @org.springframework.security.access.prepost.PreAuthorize("hasRole('ADMIN')")
        public @interface IsAdmin {}
        """);
    for (int i = 0; i < CLASSES; i++) {
      boolean isExtended = random.nextInt(4) == 0;
      String base = "Base" + i;
      String name = "Type" + i;
      if (isExtended) {
        sources.put("shop/" + base + ".java", source(base, "", random, 6, systems));
      }
      sources.put(
          "shop/" + name + ".java",
          source(name, isExtended ? " extends " + base : "", random, 2, systems));
    }
    return sources;
  }

  private static String source(
      String name, String extension, Random random, int rarity, List<List<String>> systems) {
    boolean isController = random.nextBoolean();
    StringBuilder text =
        new StringBuilder(
            """
            package shop;

            import jakarta.annotation.security.*;
            import org.springframework.security.access.prepost.*;
            import org.springframework.web.bind.annotation.*;

            """);
    text.append(isController ? "@RestController\n" : "");
    annotations(text, "", random, rarity, systems);
    text.append("public class ").append(name).append(extension).append(" {\n");
    for (int i = 0; i < 3; i++) {
      if (isController && random.nextInt(4) > 0) {
        text.append("  @GetMapping(\"/").append(name).append(i).append("\")\n");
      }
      annotations(text, "  ", random, rarity, systems);
      String method = (extension.isEmpty() || i > 0) && i < 2 ? "shared" + i : "own" + i;
      text.append("  public String ").append(method).append("() {\n    return \"");
      text.append(method).append("\";\n  }\n\n");
    }
    return text.append("}\n").toString();
  }

  private static void annotations(
      StringBuilder text, String indent, Random random, int rarity, List<List<String>> systems) {
    for (List<String> system : systems) {
      if (random.nextInt(rarity + 1) == 0) {
        text.append(indent).append(system.get(random.nextInt(system.size()))).append('\n');
      }
    }
  }
}
