package dev.gatewright.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openrewrite.Recipe;
import org.openrewrite.config.Environment;
import org.openrewrite.config.YamlResourceLoader;

/** The page on leaving other systems shows what the recipes do. */
class LeavingPageTest {
  private static final Path PAGE = Path.of("../../docs/leaving-other-systems.md");
  private static final Recipe RECIPE = new MoveToGatewright();
  private static final Pattern BLOCK = Pattern.compile("```(java|yaml)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
  private static final String IMPORTS =
      """
      import io.github.resilience4j.ratelimiter.annotation.RateLimiter;
      import jakarta.annotation.security.*;
      import org.springframework.security.access.prepost.*;
      import org.springframework.validation.annotation.Validated;
      import org.springframework.web.bind.annotation.*;
      """;

  private final String page;

  LeavingPageTest() throws IOException {
    page = Files.readString(PAGE);
  }

  /** The cells of the rows of a section's table, without the quotes of code. */
  private List<List<String>> rows(String section) {
    String text = page.substring(page.indexOf("\n" + section + "\n") + section.length() + 2);
    return text.lines()
        .takeWhile(line -> !line.startsWith("#"))
        .filter(line -> line.startsWith("|") && !line.startsWith("|--"))
        .skip(1)
        .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
        .toList();
  }

  private static String plain(String cell) {
    return cell.replace("`", "");
  }

  @Test
  void accessIsTurnedAsThePageSays() {
    List<List<String>> rows =
        Stream.of(
                "### `@PreAuthorize`",
                "### `@Secured` of Spring Security",
                "### Jakarta Annotations")
            .flatMap(section -> rows(section).stream())
            .toList();
    List<String> turned =
        Turning.each(
            RECIPE, IMPORTS, rows.stream().map(row -> controller(plain(row.get(0)))).toList());

    assertThat(rows).hasSizeGreaterThan(35);
    for (int i = 0; i < rows.size(); i++) {
      assertRow(turned.get(i), rows.get(i), plain(rows.get(i).get(0)));
    }
  }

  private static String controller(String annotation) {
    return """
    @RestController
    class Orders {
      @GetMapping("/orders")
      %s
      java.util.List<String> list(String id) { return java.util.List.of(); }
    }
    """
        .formatted(annotation);
  }

  /** The last cells of a row are what becomes of an annotation and why. */
  private static void assertRow(String turned, List<String> row, String before) {
    String after = row.get(row.size() - 2);
    String why = plain(row.get(row.size() - 1));
    if (after.equals("stays")) {
      assertThat(turned).as(before).contains(before, " stays: " + why);
    } else {
      assertThat(turned)
          .as(before)
          .contains(plain(after))
          .doesNotContain("stays")
          .doesNotContain(before + "\n");
    }
  }

  @Test
  void validationIsTurnedAsThePageSays() {
    List<List<String>> rows = rows("## Validation");
    List<String> turned =
        Turning.each(
            RECIPE,
            IMPORTS,
            rows.stream().map(row -> validated(row.get(0), plain(row.get(1)))).toList());

    assertThat(rows).hasSizeGreaterThan(5);
    for (int i = 0; i < rows.size(); i++) {
      assertRow(turned.get(i), rows.get(i), plain(rows.get(i).get(1)));
    }
  }

  private static String validated(String place, String annotation) {
    String onType =
        switch (place) {
          case "the class" -> annotation;
          case "a method, where the class bears one" -> "@Validated";
          default -> "";
        };
    return """
    @RestController
    %s
    class Orders {
      @PostMapping("/orders")
      %s
      String create(%s @RequestBody String order) { return ""; }
    }

    interface Create {}
    interface Change {}
    """
        .formatted(
            onType,
            place.startsWith("a method") ? annotation : "",
            place.equals("a parameter") ? annotation : "")
        .replaceAll("(?m)^ *\n(?!\n|interface)", "");
  }

  @Test
  void limitsStayAsThePageSays() {
    String configuration = blocks("yaml").get(1);
    String code = blocks("java").get(2);
    List<List<String>> rows = rows("## Limits");

    assertThat(rows).hasSizeGreaterThan(3);
    for (List<String> row : rows) {
      String part = plain(row.get(0));
      String key = part.substring(0, part.indexOf(part.startsWith("@") ? '(' : ':'));
      Pattern replaced = Pattern.compile(Pattern.quote(key) + "[:(].*");
      String after =
          turned(
              replaced.matcher(code).replaceAll(match -> quoted(part)),
              replaced.matcher(configuration).replaceAll(match -> quoted(part)));
      assertThat(after).as(part).contains("@RateLimiter stays: " + plain(row.get(1)));
    }
  }

  private static String quoted(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }

  @Test
  void examplesAreTurnedAsThePageShows() {
    List<String> examples = blocks("java");

    assertThat(examples).hasSize(4);
    for (int i = 0; i < examples.size(); i += 2) {
      assertThat(turned(examples.get(i), blocks("yaml").get(1))).isEqualTo(examples.get(i + 1));
    }
  }

  private static String turned(String code, String configuration) {
    String source = IMPORTS + "\n" + code;
    return Turning.of(
            RECIPE,
            Map.of("Orders.java", source, "src/main/resources/application.yml", configuration))
        .get("Orders.java")
        .replaceAll("(?m)^import .*\n\n?", "");
  }

  private List<String> blocks(String language) {
    return BLOCK
        .matcher(page)
        .results()
        .filter((MatchResult block) -> block.group(1).equals(language))
        .map((MatchResult block) -> block.group(2))
        .toList();
  }

  @Test
  void theRecipesAreFoundByTheNamesThatThePageHas() {
    List<String> named =
        rows("# Leaving other systems").stream().map(row -> plain(row.get(0))).toList();

    assertThat(named).hasSize(6);
    assertThat(environment().activateRecipes(named).getRecipeList())
        .extracting(Recipe::getName)
        .isEqualTo(named);
    assertThat(page).contains("-Drewrite.activeRecipes=" + named.get(0) + "\n");
  }

  @Test
  void theOptionIsReadAsThePageWritesIt() {
    Recipe recipe = environment().activateRecipes("com.example.MoveToGatewright");

    assertThat(recipe.validateAll()).allMatch(validated -> validated.isValid());
    assertThat(
            Turning.of(recipe, IMPORTS + controller("@PreAuthorize(\"hasAuthority('reports')\")")))
        .contains("@Secured(scopes = \"reports\")");
  }

  /** All recipes that are found by name, and that of the page. */
  private Environment environment() {
    byte[] configuration = blocks("yaml").get(0).getBytes(StandardCharsets.UTF_8);
    return Environment.builder()
        .scanRuntimeClasspath("dev.gatewright")
        .load(
            new YamlResourceLoader(
                new ByteArrayInputStream(configuration),
                URI.create("rewrite.yml"),
                new Properties()))
        .build();
  }

  @Test
  void theTestsThatThePageNamesExist() throws ReflectiveOperationException {
    for (MatchResult test : TEST.matcher(page).results().toList()) {
      Class<?> type = Class.forName("dev.gatewright.openrewrite." + test.group(1));
      assertThat(type.getDeclaredMethods())
          .extracting(method -> method.getName())
          .contains(test.group(2));
    }
  }
}
