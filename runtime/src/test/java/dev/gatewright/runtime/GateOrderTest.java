package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static dev.gatewright.testing.GateFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import org.junit.jupiter.api.Test;

/**
 * One request that violates everything, mended step by step: each time the next check in the order
 * refuses.
 */
class GateOrderTest {
  private final GateFixture fixture = new GateFixture();

  @Test
  void theOrderOfStageOneIsTransportAddressLimitsAuthenticationCallerLimitsAccess() {
    Gate gate = fixture.builder().build();
    fixture.token("alice", user("alice"));
    EndpointPolicy policy =
        endpoint("m")
            .secured()
            .anyRole("auditor")
            .body(100, 4)
            .limit(limit("by-address", 3).key(LimitKey.ADDRESS).build())
            .limit(limit("by-caller", 1).build())
            .build();

    assertThat(refusal(gate, request("10.0.0.1").declaring(101), policy).reason())
        .isEqualTo(RefusalReason.INSECURE_TRANSPORT);
    assertThat(refusal(gate, request("10.0.0.1").overTls().declaring(101), policy).reason())
        .isEqualTo(RefusalReason.BODY_TOO_LARGE);
    // Neither was counted: three permits are left, and the first takes one.
    assertThat(refusal(gate, request("10.0.0.1").overTls(), policy).reason())
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
    assertThat(refusal(gate, as("alice", "10.0.0.1"), policy).reason())
        .isEqualTo(RefusalReason.ROLE_MISSING);
    assertThat(refusal(gate, as("alice", "10.0.0.1"), policy).violatedPolicies())
        .containsExactly("by-caller");
    // Now the address has none left, and nothing after it is asked: not even a wrong token.
    assertThat(refusal(gate, request("10.0.0.1").overTls(), policy).violatedPolicies())
        .containsExactly("by-address");
    assertThat(refusal(gate, as("alice", "10.0.0.2"), policy).violatedPolicies())
        .containsExactly("by-caller");
  }

  private static FakeExchange request(String peer) {
    return FakeExchange.from(peer).header("Authorization", "Bearer wrong");
  }

  private static FakeExchange as(String token, String peer) {
    return FakeExchange.from(peer).overTls().header("Authorization", "Bearer " + token);
  }
}
