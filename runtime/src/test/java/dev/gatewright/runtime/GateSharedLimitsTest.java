package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.admit;
import static dev.gatewright.testing.GateFixture.during;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static dev.gatewright.testing.GateFixture.user;
import static dev.gatewright.testing.GateFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Endpoints of one exchange that have some of their limits in common. */
class GateSharedLimitsTest {
  private final GateFixture fixture = new GateFixture();
  private final Gate gate = fixture.builder().build();
  private final EndpointPolicy door = endpoint("door").secured().build();

  @BeforeEach
  void someCallers() {
    fixture.token("t", user("alice"));
    fixture.token("other", user("bob"));
  }

  @Test
  void aBudgetThatTwoEndpointsShareIsChargedOnceForBoth() {
    EndpointPolicy first = sharing("first", 2);
    EndpointPolicy second = sharing("second", 2);
    during(gate, withToken("t"), () -> enterBoth(first, second));
    during(gate, withToken("t"), () -> enterBoth(second, first));

    assertThat(refusal(gate, withToken("t"), first).violatedPolicies()).containsExactly("shared");
  }

  @Test
  void ofATierOnlyWhatIsNotChargedYetIsCharged() {
    EndpointPolicy first = sharing("first", 9);
    EndpointPolicy second =
        endpoint("second")
            .secured()
            .sharedLimit(GateFixture.class, limit("shared", 9).key(LimitKey.SUBJECT).build())
            .limit(limit("own", 3).build())
            .limit(limit("all", 5).key(LimitKey.GLOBAL).build())
            .build();
    FakeExchange exchange = withToken("t");
    during(gate, exchange, () -> enterBoth(first, second));
    assertThat(exchange.responseHeaders().get("RateLimit"))
        .contains("\"shared\";r=8", "\"own\";r=2", "\"all\";r=4");

    FakeExchange alone = withToken("t");
    admit(gate, alone, second);
    assertThat(alone.responseHeaders().get("RateLimit"))
        .contains("\"shared\";r=7", "\"own\";r=1", "\"all\";r=3");
  }

  @Test
  void aPartOfATierThatRefusesChargesNoneOfIt() {
    EndpointPolicy second =
        secured("second", limit("own", 1).build(), limit("all", 5).key(LimitKey.GLOBAL).build());
    admit(gate, withToken("t"), second);
    during(
        gate,
        withToken("t"),
        () -> {
          gate.enter(door);
          refusal(() -> gate.enter(second));
        });

    FakeExchange other = withToken("other");
    admit(gate, other, second);
    assertThat(other.responseHeaders().get("RateLimit")).contains("\"all\";r=3");
  }

  /** Every order in which three guards with overlapping limits may be called. */
  @ParameterizedTest
  @MethodSource
  void whateverTheOrderEachLimitIsChargedOnce(String order) {
    fixture.token("c", user("carol"));
    during(
        gate,
        withToken("c"),
        () -> {
          for (int i = 0; i < order.length(); i++) {
            gate.enter(overlapping(order.charAt(i)));
          }
        });

    FakeExchange after = withToken("c");
    admit(gate, after, overlapping('-'));
    assertThat(after.responseHeaders().get("RateLimit"))
        .contains("\"shared-a\";r=8", "\"shared-b\";r=8", "\"shared-c\";r=8");
  }

  static Stream<String> whateverTheOrderEachLimitIsChargedOnce() {
    return Stream.of("abc", "acb", "bac", "bca", "cab", "cba", "abacab", "aabbcc");
  }

  private static EndpointPolicy overlapping(char name) {
    EndpointPolicy.Builder policy = endpoint("m").secured();
    for (char limit = 'a'; limit <= 'c'; limit++) {
      if (limit != name) {
        policy.sharedLimit(GateFixture.class, limit("shared-" + limit, 10).build());
      }
    }
    return policy.build();
  }

  private static EndpointPolicy secured(String name, LimitPolicy... limits) {
    EndpointPolicy.Builder policy = endpoint(name).secured();
    for (LimitPolicy limit : limits) {
      policy.limit(limit);
    }
    return policy.build();
  }

  private static EndpointPolicy sharing(String name, long permits) {
    return endpoint(name)
        .secured()
        .sharedLimit(GateFixture.class, limit("shared", permits).key(LimitKey.SUBJECT).build())
        .build();
  }

  private void enterBoth(EndpointPolicy first, EndpointPolicy second) {
    gate.enter(first);
    gate.enter(second);
  }
}
