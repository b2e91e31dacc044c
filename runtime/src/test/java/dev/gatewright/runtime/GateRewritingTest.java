package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.during;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.https;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.runtime.caller.Identity;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import org.junit.jupiter.api.Test;

/** What is known of the way a request came, and of whom it came from. */
class GateRewritingTest {
  private final GateFixture fixture = new GateFixture();
  private final Gate gate = fixture.builder().build();

  @Test
  void whatIsRewrittenBeforeTheAdapterIsRefusedAndChargesNobody() {
    EndpointPolicy open =
        endpoint("m").open("test").limit(limit("m", 1).key(LimitKey.ADDRESS).build()).build();
    FakeExchange rewritten = https().rewritten("the client's address is not its own");
    for (int i = 0; i < 3; i++) {
      Refusal refusal = refusal(gate, rewritten, open);
      assertThat(refusal.reason()).isEqualTo(RefusalReason.UNDECIDABLE);
      assertThat(refusal.cause()).isEqualTo("the client's address is not its own");
    }
    during(gate, https(), () -> gate.admit(open));
  }

  @Test
  void ofTwoIssuersNobodyIsTheSame() {
    Identity alice = GateFixture.user("alice").build().identity();
    assertThat(alice)
        .isEqualTo(new Identity("https://issuer.example", "alice"))
        .isNotEqualTo(new Identity("https://other.example", "alice"))
        .isNotEqualTo(new Identity("https://issuer.example", "Alice"));
  }
}
