package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.admit;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.https;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.event.SecurityEvent.Outcome;
import dev.gatewright.runtime.limit.LimitChange;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.testing.GateFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits with other numbers than their annotations say. */
class GateChangedLimitsTest {
  private final GateFixture fixture = new GateFixture();

  private final EndpointPolicy policy = open("m", limit("m", 4));

  @Test
  void theConfigurationMayOverrideALimitByItsName() {
    Gate gate = gate(Map.of("m", new LimitChange(2L, null, null)));

    admit(gate, https(), policy);
    admit(gate, https(), policy);

    assertThat(refusal(gate, https(), policy).headers())
        .containsEntry("RateLimit-Policy", "\"m\";q=2;w=60");
  }

  @Test
  void aLimitIsAlsoKnownByItsEndpointAndName() {
    Gate gate =
        gate(Map.of("GateFixture$Endpoint.m#m", new LimitChange(null, Duration.ofHours(1), 1L)));

    admit(gate, https(), policy);

    assertThat(refusal(gate, https(), policy).headers())
        .containsEntry("RateLimit-Policy", "\"m\";q=4;w=3600")
        .containsEntry("Retry-After", "900");
  }

  @Test
  void anOverrideOfALimitThatIsNotThereIsRefused() {
    Gate gate = gate(Map.of("n", new LimitChange(2L, null, null)));
    gate.prepare(policy);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> gate.limits().requireAllConfiguredKnown())
        .withMessageStartingWith("no limit is called n. Fix: use one of ")
        .withMessageContaining("m#m");
  }

  @Test
  void anOverrideThatMeansTwoLimitsIsRefused() {
    Gate gate = gate(Map.of("m", new LimitChange(2L, null, null)));
    gate.prepare(policy);
    gate.prepare(open("other", limit("m", 7)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> gate.limits().requireAllConfiguredKnown())
        .withMessageStartingWith("more than one limit is called m. Fix: use one of ");
  }

  @Test
  void aLimitThatComesLaterDoesNotTakeTheNumbersOfAnotherOfItsName() {
    Gate gate = gate(Map.of("m", new LimitChange(2L, null, null)));
    gate.prepare(policy);
    gate.limits().requireAllConfiguredKnown();
    EndpointPolicy late = open("other", limit("m", 7));
    gate.prepare(late);

    assertThat(gate.limits().limits())
        .extracting(LimitPolicy::permits)
        .containsExactlyInAnyOrder(2L, 7L);
  }

  @Test
  void aLimitCanBeTightenedWhileItIsInUse() {
    Gate gate = gate(Map.of());
    admit(gate, https(), policy);
    admit(gate, https(), policy);

    LimitPolicy changed = gate.limits().change("m", new LimitChange(2L, null, null));

    assertThat(changed.permits()).isEqualTo(2);
    assertThat(refusal(gate, https(), policy).headers())
        .containsEntry("RateLimit-Policy", "\"m\";q=2;w=60");
    assertThat(gate.limits().limits()).containsExactly(changed);
  }

  @Test
  void aLimitCanBeLoosenedWhileItIsInUse() {
    Gate gate = gate(Map.of());
    for (int i = 0; i < 4; i++) {
      admit(gate, https(), policy);
    }
    refusal(gate, https(), policy);

    gate.limits().change("m", new LimitChange(8L, null, null));

    List<String> admitted = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      admit(gate, https(), policy);
      admitted.add("once more");
    }
    assertThat(admitted).hasSize(4);
    assertThat(refusal(gate, https(), policy).violatedPolicies()).containsExactly("m");
  }

  @Test
  void aChangeIsASecurityEvent() {
    Gate gate = gate(Map.of());
    gate.prepare(policy);

    gate.limits().change("m", new LimitChange(2L, null, null));

    assertThat(fixture.events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.outcome()).isEqualTo(Outcome.CONFIGURED);
              assertThat(event.cause()).contains("#m changed from 4 per PT1M", "to 2 per PT1M");
            });
  }

  @Test
  void theSameNumbersAgainAreNoSecurityEvent() {
    Gate gate = gate(Map.of());
    gate.prepare(policy);

    gate.limits().change("m", new LimitChange(4L, null, null));

    assertThat(fixture.events).isEmpty();
  }

  @Test
  void aChangeHoldsForEndpointsThatAreMadeReadyLater() {
    Gate gate = gate(Map.of());
    LimitPolicy shared = limit("shared", 4).key(LimitKey.ADDRESS).build();
    gate.prepare(endpoint("one").open("test").sharedLimit(GateFixture.class, shared).build());
    gate.limits().change("shared", new LimitChange(1L, null, null));
    EndpointPolicy later =
        endpoint("later").open("test").sharedLimit(GateFixture.class, shared).build();

    admit(gate, https(), later);

    assertThat(refusal(gate, https(), later).violatedPolicies()).containsExactly("shared");
  }

  @Test
  void aNameThatMeansTwoLimitsChangesNeither() {
    Gate gate = gate(Map.of());
    gate.prepare(policy);
    gate.prepare(open("other", limit("m", 4)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> gate.limits().change("m", new LimitChange(1L, null, null)))
        .withMessageContaining("more than one limit is called m");

    assertThat(gate.limits().limits()).extracting(LimitPolicy::permits).containsExactly(4L, 4L);
  }

  @Test
  void aChangeThatCannotBeKeptChangesNothing() {
    Gate gate = gate(Map.of());
    EndpointPolicy window = open("w", limit("w", 4).strategy(Strategy.FIXED_WINDOW).cost(2));
    gate.prepare(window);
    List<LimitPolicy> before = gate.limits().limits();

    refused(gate, new LimitChange(0L, null, null), "permits is 0");
    refused(gate, new LimitChange(1L, null, null), "a call costs 2 permits");
    refused(gate, new LimitChange(null, Duration.ZERO, null), "shorter than a millisecond");
    refused(gate, new LimitChange(null, Duration.ofDays(400), null), "longer than 366 days");
    refused(gate, new LimitChange(null, null, 9L), "a window has no burst");

    assertThat(gate.limits().limits()).isEqualTo(before);
    assertThat(fixture.events).isEmpty();
  }

  @Test
  void twoLimitsOfOneIdWithDifferentNumbersAreRefused() {
    Gate gate = gate(Map.of());
    gate.prepare(policy);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> gate.prepare(open("m", limit("m", 5))))
        .withMessageContaining("another limit has its name and other numbers");
  }

  private static void refused(Gate gate, LimitChange change, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gate.limits().change("w", change))
        .withMessageContaining(problem)
        .withMessageContaining("Fix: ");
  }

  private static EndpointPolicy open(String method, LimitPolicy.Builder limit) {
    return endpoint(method).open("test").limit(limit.key(LimitKey.ADDRESS).build()).build();
  }

  private Gate gate(Map<String, LimitChange> changes) {
    return fixture.builder().limitChanges(changes).build();
  }
}
