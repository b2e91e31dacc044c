package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that serve requests and that their class's guard knows nothing of. */
class HttpExchangeIT {
  private static final String INTERFACE =
      """
      package exchange;
      import org.springframework.web.service.annotation.*;
      @HttpExchange("/exchange")
      public interface Api {
        @GetExchange("/secret") String secret();
      }
      """;

  private static final String UNGUARDED =
      """
      package exchange;
      import org.springframework.web.bind.annotation.*;
      @RestController
      public class Implementation implements Api {
        @Override public String secret() { return "%s"; }
      }
      """
          .formatted(Secret.TEXT);

  /** One method is guarded, as a processor wrote it that knows nothing of the other one. */
  private static final String HALF_GUARDED =
      """
      package exchange;
      import dev.gatewright.*;
      import org.springframework.web.bind.annotation.*;
      @RestController
      public class Half implements Api {
        @GetMapping("/half") @Secured(roles = "keeper") public String half() { return "half"; }
        @Override public String secret() { return "%s"; }
      }
      """
          .formatted(Secret.TEXT);

  private static final String HALF_GUARD =
      """
      package exchange;
      import dev.gatewright.runtime.*;
      import dev.gatewright.runtime.policy.EndpointPolicy;
      import java.util.List;
      @GuardOf(Half.class)
      public class HalfGuard extends Half implements Guard {
        static final EndpointPolicy HALF =
            EndpointPolicy.of(Half.class, "half")
                .route("GET", "/half").secured().anyRole("keeper").build();
        private final Gate gate;
        public HalfGuard(Gate gate) { this.gate = gate; }
        @Override public List<EndpointPolicy> endpointPolicies() { return List.of(HALF); }
        @Override public String half() { gate.enter(HALF); return super.half(); }
      }
      """;

  /** The guard knows the method of the wider parameter only. */
  private static final String OVERLOADED =
      """
      package exchange;
      import dev.gatewright.*;
      import org.springframework.web.bind.annotation.*;
      @RestController
      public class Overloaded {
        @GetMapping("/wide") @Secured(roles = "keeper")
        public String find(@RequestParam %1$s id) { return "wide"; }
        @GetMapping("/narrow")
        public String find(@RequestParam %2$s id) { return "%3$s"; }
      }
      """;

  private static final String OVERLOADED_GUARD =
      """
      package exchange;
      import dev.gatewright.runtime.*;
      import dev.gatewright.runtime.policy.EndpointPolicy;
      import java.util.List;
      @GuardOf(Overloaded.class)
      public class OverloadedGuard extends Overloaded implements Guard {
        static final EndpointPolicy WIDE =
            EndpointPolicy.of(Overloaded.class, "find", %1$s.class)
                .route("GET", "/wide").secured().anyRole("keeper").build();
        private final Gate gate;
        public OverloadedGuard(Gate gate) { this.gate = gate; }
        @Override public List<EndpointPolicy> endpointPolicies() { return List.of(WIDE); }
        @Override public String find(%1$s id) { gate.enter(WIDE); return super.find(id); }
      }
      """;

  @Test
  void aControllerWithoutAGuardStopsTheStart() {
    Class<?>[] classes =
        WithoutProcessor.compile("exchange.Api", INTERFACE, "exchange.Implementation", UNGUARDED);

    assertThat(Application.of(classes[1]).refused())
        .hasMessageContaining("exchange.Implementation")
        .hasMessageContaining("gatewright.exemptions");
  }

  @Test
  void theSameControllerAnswersWhereItIsExempt() {
    Class<?>[] classes =
        WithoutProcessor.compile("exchange.Api", INTERFACE, "exchange.Implementation", UNGUARDED);

    try (RunningApplication running =
        Application.of(classes[1]).exempting("exchange.Implementation").start()) {
      running.get("/exchange/secret").isTheSecret();
    }
  }

  @Test
  void aMethodThatTheGuardDoesNotKnowStopsTheStart() {
    Class<?>[] classes =
        WithoutProcessor.compile(
            "exchange.Api",
            INTERFACE,
            "exchange.Half",
            HALF_GUARDED,
            "exchange.HalfGuard",
            HALF_GUARD);

    assertThat(Application.of(classes[1]).refused())
        .hasMessageContaining("exchange.Half")
        .hasMessageContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object,String",
        "CharSequence,String",
        "Number,Integer",
        "Comparable<String>,String",
        "java.util.Collection<String>,java.util.List<String>"
      })
  void anOverloadThatTheGuardDoesNotKnowStopsTheStart(String types) {
    String wide = types.substring(0, types.indexOf(','));
    String narrow = types.substring(types.indexOf(',') + 1);
    Class<?>[] classes =
        WithoutProcessor.compile(
            "exchange.Overloaded",
            OVERLOADED.formatted(wide, narrow, Secret.TEXT),
            "exchange.OverloadedGuard",
            OVERLOADED_GUARD.formatted(wide).replaceAll("<String>\\.class", ".class"));

    assertThat(Application.of(classes[0]).refused())
        .hasMessageContaining("exchange.Overloaded")
        .hasMessageContaining("find");
  }
}
