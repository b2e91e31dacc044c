package dev.gatewright.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.gatewright.openrewrite.RateLimiterConfiguration.Known;
import dev.gatewright.openrewrite.RateLimiterConfiguration.Numbers;
import dev.gatewright.openrewrite.RateLimiterConfiguration.Unknown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Parser;
import org.openrewrite.properties.PropertiesParser;
import org.openrewrite.yaml.YamlParser;

class RateLimiterConfigurationTest {
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

  private static Numbers read(String... files) {
    RateLimiterConfiguration configuration = new RateLimiterConfiguration();
    for (int i = 0; i < files.length; i += 2) {
      Parser parser = files[i].endsWith(".properties") ? new PropertiesParser() : new YamlParser();
      parser
          .parseInputs(
              List.of(Parser.Input.fromString(Path.of(files[i]), files[i + 1])),
              null,
              new InMemoryExecutionContext())
          .forEach(configuration::scan);
    }
    return configuration.numbers("orders");
  }

  private static void assertUnknown(String reason, String... files) {
    assertThat(read(files))
        .as(String.join("\n", files))
        .asInstanceOf(type(Unknown.class))
        .extracting(Unknown::reason)
        .asString()
        .startsWith(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          500ms  | 500ms
          1500   | 1500ms
          60s    | 1m
          90s    | 90s
          PT1H   | 1h
          24h    | 1d
          7d     | 7d
          366d   | 366d
          """)
  void periodsAreReadAsSpringBootReadsThem(String period, String per) {
    assertThat(read("application.yml", YAML.replace("1s", period)))
        .asInstanceOf(type(Known.class))
        .extracting(known -> RateLimiterConfiguration.text(known.permits(), known.period()))
        .isEqualTo("permits = 10, per = \"" + per + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "500ns",
        "0s",
        "0",
        "PT0.0001S",
        "P400D",
        "367d",
        "soon",
        "-1s",
        "${PERIOD}",
        "1 s",
        "PT999999999999999S",
        "999999999999s"
      })
  void otherPeriodsAreNotKnown(String period) {
    assertUnknown("its limit", "application.yml", YAML.replace("1s", "\"" + period + "\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${RATE}", "0", "-1", "ten", "99999999999999999999", "1_000", "1.5"})
  void otherNumbersAreNotKnown(String number) {
    assertUnknown("its limit", "application.yml", YAML.replace("10", number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeoutDuration: 1s", "timeoutDuration: ${WAIT}", "another: 0"})
  void callsMayWait(String timeout) {
    assertUnknown("calls wait", "application.yml", YAML.replace("timeoutDuration: 0", timeout));
  }

  @Test
  void keysAreReadInAnySpellingAndFromTheBaseThatTheInstanceNames() {
    String properties =
        """
        resilience4j.ratelimiter.configs.strict.limit-for-period=5
        resilience4j.ratelimiter.configs.strict.timeout_duration=0s
        resilience4j.rate-limiter.instances.orders.base-config=strict
        resilience4j.ratelimiter.instances.orders.LIMIT-REFRESH-PERIOD=1m
        """;

    assertThat(read("application.properties", properties))
        .isEqualTo(new Known(5, Duration.ofMinutes(1)));
    assertUnknown("its limit", "application.properties", properties.replace("strict.l", "weak.l"));
  }

  @Test
  void otherFilesAreNotRead() {
    assertUnknown("its limit");
    assertUnknown("its limit", "src/test/resources/application.yml", YAML);
    assertUnknown("its limit", "other.yml", YAML);
    assertUnknown("its limit", "application.yml", YAML.replace("orders", "Orders"));
  }

  @Test
  void numbersOfAProfileAreNotThoseOfTheApplication() {
    String ambiguous = "its configuration has several values";
    String other = YAML.replace("10", "9");

    assertUnknown(ambiguous, "application-prod.yml", YAML);
    assertUnknown(ambiguous, "application.yml", YAML, "application-prod.yml", other);
    assertUnknown(ambiguous, "application.yml", YAML, "module/application.yml", other);
    assertUnknown(
        ambiguous,
        "application.yml",
        YAML + "---\nspring.config.activate.on-profile: prod\n" + other);
    assertUnknown(
        ambiguous,
        "application.yml",
        "spring:\n  config:\n    activate:\n      on-profile: prod\n" + YAML);
  }

  @Test
  void aNameIsAPlainOne() {
    assertThat(new RateLimiterConfiguration().numbers("${limiter}")).isInstanceOf(Unknown.class);
  }
}
