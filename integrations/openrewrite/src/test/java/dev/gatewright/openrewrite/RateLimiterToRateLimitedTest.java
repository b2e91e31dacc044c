package dev.gatewright.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openrewrite.Recipe;

class RateLimiterToRateLimitedTest {
  private static final Recipe RECIPE = new RateLimiterToRateLimited();
  private static final String REMARK =
      "// Gatewright: one number for all callers, as resilience4j's; calls without the right role"
          + " count, too, and with gatewright-redis all instances count together.\n";

  private static final String SOURCE =
      """
      package shop;

      import io.github.resilience4j.ratelimiter.annotation.RateLimiter;
      import org.springframework.web.bind.annotation.*;

      @RestController
      class Orders {
        @GetMapping("/orders")
        @RateLimiter(name = "orders")
        String list() {
          return "";
        }
      }
      """;

  private static final String YAML =
      """
      resilience4j:
        ratelimiter:
          instances:
            orders:
              limitForPeriod: 10
              limitRefreshPeriod: 1s
              timeoutDuration: 0
      """;

  private static String turned(String source, String... configurations) {
    Map<String, String> sources = new LinkedHashMap<>(Map.of("Orders.java", source));
    for (int i = 0; i < configurations.length; i += 2) {
      sources.put(configurations[i], configurations[i + 1]);
    }
    return Turning.of(RECIPE, sources).get("Orders.java");
  }

  @Test
  void aLimiterOfOnePlaceIsTurnedWithItsNumbers() {
    assertThat(turned(SOURCE, "src/main/resources/application.yml", YAML))
        .isEqualTo(
            """
            package shop;

            import dev.gatewright.LimitKey;
            import dev.gatewright.RateLimited;
            import dev.gatewright.Strategy;
            import org.springframework.web.bind.annotation.*;

            @RestController
            class Orders {
              @GetMapping("/orders")
              %s  @RateLimited(permits = 10, per = "1s", strategy = Strategy.FIXED_WINDOW, key = LimitKey.GLOBAL)
              String list() {
                return "";
              }
            }
            """
                .formatted(REMARK));
  }

  @Test
  void oneOnAControllerStaysOnTheController() {
    String onClass =
        SOURCE
            .replace("  @RateLimiter(name = \"orders\")\n", "")
            .replace("class Orders", "@RateLimiter(name = \"orders\")\nclass Orders");

    assertThat(turned(onClass, "application.yml", YAML))
        .contains("@RestController\n" + REMARK + "@RateLimited(permits = 10, per = \"1s\"");
    assertThat(
            turned(
                onClass.replace(
                    "class Orders {", "class Orders {\n  String helper() { return \"\"; }"),
                "application.yml",
                YAML))
        .contains("@RateLimiter stays: helper is no endpoint");
    assertThat(
            turned(
                onClass.replace("  @GetMapping", "  @RateLimiter(name = \"other\")\n  @GetMapping"),
                "application.yml",
                YAML))
        .contains("methods have others in its place", "the class has another in its place");
  }

  @Test
  void callsThatWaitWouldBeRefused() {
    assertThat(turned(SOURCE, "application.yml", YAML.replace("timeoutDuration: 0", "x: 0")))
        .contains(
            """
              // Gatewright: @RateLimiter stays: calls wait there (timeoutDuration, 5 s unless it is set), which @RateLimited(permits = 10, per = "1s") would refuse at once: write it if that is meant.
              @RateLimiter(name = "orders")
            """);
  }

  @Test
  void whatOneAnnotationCannotSayStays() {
    assertThat(
            turned(
                SOURCE.replace(
                    "name = \"orders\"", "name = \"orders\", fallbackMethod = \"other\""),
                "application.yml",
                YAML))
        .contains("@RateLimiter stays: Gatewright has no fallbackMethod");
    assertThat(turned(SOURCE.replace("@RestController\n", ""), "application.yml", YAML))
        .doesNotContain("@RateLimiter stays");
    assertThat(turned(SOURCE.replace("  @GetMapping(\"/orders\")\n", ""), "application.yml", YAML))
        .contains("@RateLimiter stays: the method is no endpoint");
    assertThat(
            turned(
                SOURCE
                    + SOURCE
                        .substring(SOURCE.indexOf("@RestController"))
                        .replace("Orders", "Archive"),
                "application.yml",
                YAML))
        .contains("@RateLimiter stays: several places share this limiter");
    assertThat(
            turned(
                SOURCE
                    + "class Limits { io.github.resilience4j.ratelimiter.RateLimiterConfig all;"
                    + " }\n",
                "application.yml",
                YAML))
        .contains("@RateLimiter stays: the application configures limiters by code");
  }
}
