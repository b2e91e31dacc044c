package dev.gatewright.spring.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.limit.LimitChange;
import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.bank.BankApplication;
import dev.gatewright.spring.startup.StartUpException;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the configuration and the actuator say about limits. */
class LimitsConfigurationTest {
  private static final String LIMITED = "gatewright.limits.overrides.limited.";

  @Test
  void aLimitTakesItsNumbersFromTheConfiguration() {
    try (RunningApplication bank =
        RunningApplication.start(
            BankApplication.class, LIMITED + "permits=1", LIMITED + "per=10m")) {
      assertThat(limited(bank).statusCode()).isEqualTo(200);

      HttpResponse<String> refused = limited(bank);

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("RateLimit-Policy"))
          .hasValue("\"limited\";q=1;w=600");
    }
  }

  @Test
  void aLimitThatIsNotThereStopsTheStart() {
    StartUpException refused =
        refused(BankApplication.class, "gatewright.limits.overrides.nowhere.permits=1");

    assertThat(refused.problem())
        .contains("gatewright.limits.overrides", "no limit is called nowhere");
    assertThat(refused.fix()).contains("Accounts.limited#limited");
  }

  @Test
  void numbersThatCannotBeKeptStopTheStart() {
    assertThat(refused(BankApplication.class, LIMITED + "burst=3").problem())
        .contains("a window has no burst");
    assertThat(refused(BankApplication.class, "gatewright.limits.held-calls=-1").problem())
        .contains("gatewright.limits.held-calls");
    assertThat(
            refused(
                    BankApplication.class,
                    "gatewright.limits.headers=x-rate-limit,x-rate-limit-epoch")
                .problem())
        .contains("gatewright.limits.headers");
  }

  @Test
  void headersSpeakTheDialectsThatAreConfigured() {
    try (RunningApplication bank =
        RunningApplication.start(
            BankApplication.class, "gatewright.limits.headers=ietf-draft-6,x-rate-limit-epoch")) {
      HttpResponse<String> answer = limited(bank);

      assertThat(answer.headers().map()).doesNotContainKey("RateLimit-Policy");
      assertThat(answer.headers().firstValue("RateLimit-Limit")).hasValue("2");
      assertThat(answer.headers().firstValue("RateLimit-Remaining")).hasValue("1");
      long reset = answer.headers().firstValueAsLong("X-RateLimit-Reset").orElseThrow();
      long now = System.currentTimeMillis() / 1_000;
      assertThat(reset).isBetween(now - 5, now + 3_605);
    }
  }

  @Test
  void theActuatorShowsTheLimitsInForceAndChangesThem() {
    try (RunningApplication bank =
        RunningApplication.start(
            BankApplication.class,
            "management.server.port=",
            "management.endpoints.web.exposure.include=gatewrightlimits",
            "gatewright.exemptions=org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping,dev.gatewright.spring.LimitsEndpoint")) {
      assertThat(bank.get("/actuator/gatewrightlimits").body())
          .contains("\"limit\":\"Accounts.limited#limited\",\"permits\":2,\"per\":\"PT1H\"");

      HttpResponse<String> changed =
          bank.post(
              "/actuator/gatewrightlimits/limited",
              "{\"permits\":1,\"per\":\"2h\"}",
              "Content-Type",
              "application/json");

      assertThat(changed.statusCode()).isEqualTo(200);
      assertThat(changed.body())
          .contains("\"permits\":1,\"per\":\"PT2H\"")
          .contains("\"configured\":{\"permits\":2,\"per\":\"PT1H\",\"burst\":2}");
      assertThat(limited(bank).statusCode()).isEqualTo(200);
      assertThat(limited(bank).statusCode()).isEqualTo(429);
      assertThat(
              bank.post(
                      "/actuator/gatewrightlimits/limited",
                      "{\"permits\":0}",
                      "Content-Type",
                      "application/json")
                  .statusCode())
          .isEqualTo(400);
      assertThat(bank.context().getBean(Gate.class).limits().limits())
          .anySatisfy(limit -> assertThat(limit.permits()).isEqualTo(1));
    }
  }

  @Test
  void theActuatorWithdrawsAChange() {
    try (RunningApplication bank =
        RunningApplication.start(
            BankApplication.class,
            LIMITED + "permits=3",
            "management.server.port=",
            "management.endpoints.web.exposure.include=gatewrightlimits",
            "gatewright.exemptions=org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping,dev.gatewright.spring.LimitsEndpoint")) {
      bank.context()
          .getBean(Gate.class)
          .limits()
          .change("limited", new LimitChange(1L, null, null));

      HttpResponse<String> withdrawn =
          bank.send(
              HttpRequest.newBuilder(bank.uri("/actuator/gatewrightlimits/limited")).DELETE());

      assertThat(withdrawn.statusCode()).isEqualTo(200);
      assertThat(withdrawn.body()).contains("\"permits\":3").contains("\"configured\":null");
      assertThat(bank.get("/actuator/gatewrightlimits").body())
          .contains("\"limit\":\"Accounts.limited#limited\",\"permits\":3")
          .contains("\"configured\":null");
    }
  }

  @Test
  void whatLimitsDecideIsCounted() {
    try (RunningApplication bank = RunningApplication.start(BankApplication.class)) {
      for (int i = 0; i < 5; i++) {
        limited(bank);
      }

      MeterRegistry registry = bank.context().getBean(MeterRegistry.class);
      assertThat(decisions(registry, "granted")).isEqualTo(2);
      assertThat(decisions(registry, "refused")).isEqualTo(3);
      assertThat(
              registry
                  .get("gatewright.events")
                  .tags("endpoint", "Accounts.limited", "outcome", "refused")
                  .counter()
                  .count())
          .isEqualTo(3);
    }
  }

  @Test
  void undecidedEndpointsAreMeasured() {
    try (RunningApplication bank = RunningApplication.start(BankApplication.class)) {
      MeterRegistry registry = bank.context().getBean(MeterRegistry.class);
      assertThat(registry.get("gatewright.endpoints.undecided").gauge().value()).isZero();
    }
  }

  @Test
  void aLimitThatSetsChallengesNeedsOneThatIsConfigured() {
    StartUpException refused = refused(Challenging.class);

    assertThat(refused.problem())
        .contains(
            "Prices.find",
            "gatewright.challenge.proof-of-work",
            "gatewright.challenge.site-verify");
    RunningApplication.start(
            Challenging.class,
            "gatewright.challenge.proof-of-work.secret="
                + "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
        .close();
  }

  @RestController
  static class Prices {
    @GetMapping("/prices")
    @Public(reason = "a test")
    @RateLimited(permits = 1, per = "1m", key = LimitKey.ADDRESS, onLimit = OnLimit.CHALLENGE)
    String find() {
      return "none";
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Prices.class)
  static class Challenging {}

  private static double decisions(MeterRegistry registry, String outcome) {
    return registry
        .get("gatewright.limit.decisions")
        .tags("endpoint", "Accounts.limited", "limit", "limited", "outcome", outcome)
        .counter()
        .count();
  }

  private static HttpResponse<String> limited(RunningApplication bank) {
    return bank.get(
        "/accounts/limited", "Authorization", "Bearer " + RunningApplication.tokenOf("alice"));
  }

  private static StartUpException refused(Class<?> application, String... properties) {
    Throwable thrown =
        catchThrowable(() -> RunningApplication.start(application, properties).close());
    while (thrown != null && !(thrown instanceof StartUpException)) {
      thrown = thrown.getCause();
    }
    assertThat(thrown).as("the start was refused").isNotNull();
    return (StartUpException) thrown;
  }
}
