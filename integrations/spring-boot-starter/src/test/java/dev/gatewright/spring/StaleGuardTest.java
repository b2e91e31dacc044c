package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** Guards that were generated for an earlier version of the class they guard. */
class StaleGuardTest {
  private static final String SOURCE =
      """
      package stale;
      import dev.gatewright.*;
      import dev.gatewright.runtime.*;
      import dev.gatewright.runtime.policy.EndpointPolicy;
      import java.time.Duration;
      import java.util.List;
      import org.springframework.web.bind.annotation.*;
      @RestController
      %s
      public class Desk {
        @GetMapping("/desk") %s
        public String tell() { return "gold"; }
      }
      @GuardOf(Desk.class)
      class DeskGuard extends Desk implements Guard {
        static final EndpointPolicy TELL =
            EndpointPolicy.of(Desk.class, "tell").route("GET", "/desk")%s.build();
        private final Gate gate;
        DeskGuard(Gate gate) { this.gate = gate; }
        public List<EndpointPolicy> endpointPolicies() { return List.of(TELL); }
        @Override public String tell() { gate.enter(TELL); return super.tell(); }
      }
      """;

  private static Class<?> desk(String ofType, String ofMethod, String policy) {
    return WithoutProcessor.compile("stale.Desk", SOURCE.formatted(ofType, ofMethod, policy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; @Secured; .open(\"test\")",
        "@Secured; ''; .open(\"test\")",
        "''; @Secured(roles = \"admin\"); .secured()",
        "@Secured(roles = \"admin\"); @Secured; .secured()",
        "''; @Secured(scopes = \"a\"); .secured()",
        "''; @Secured(mfa = true); .secured()",
        "''; @Secured(maxAuthAge = \"5m\"); .secured()",
        "''; @Secured @RateLimited(permits = 1, per = \"1m\"); .secured()"
      })
  void aGuardThatAsksForLessThanItsClassStopsTheStart(
      String ofType, String ofMethod, String policy) {
    StartUpException refused =
        StartUpTest.refused(
            List.of(Empty.class, desk(ofType, ofMethod, policy)), StartUpTest.jwtAnd());

    assertThat(refused.problem()).contains("stale.DeskGuard is older", "Desk.tell");
    assertThat(refused.fix()).contains("compile stale.Desk again");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "@Secured; @Public(reason = \"test\"); .open(\"test\")",
        "@Secured(roles = \"a\"); @Secured(scopes = \"b\");"
            + " .secured().anyRole(\"a\").allScopes(\"b\")"
      })
  void aGuardThatAsksForAsMuchStarts(String ofType, String ofMethod, String policy) {
    try (RunningApplication application =
        RunningApplication.start(List.of(Empty.class, desk(ofType, ofMethod, policy)))) {
      assertThat(application.context().getBean("desk")).isNotNull();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Empty {}
}
