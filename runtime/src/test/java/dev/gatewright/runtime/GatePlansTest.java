package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.admit;
import static dev.gatewright.testing.GateFixture.during;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.https;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static dev.gatewright.testing.GateFixture.user;
import static dev.gatewright.testing.GateFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.LimitKey;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.CallerPlans;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.LimitChange;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits that depend on the caller's plan. */
class GatePlansTest {
  private final GateFixture fixture = new GateFixture();
  private final Subscriptions subscriptions = new Subscriptions();
  private final Gate gate =
      fixture
          .builder()
          .callerPlans(
              type -> {
                assertThat(type).isEqualTo(Subscriptions.class);
                return subscriptions;
              })
          .build();

  private static final class Subscriptions implements CallerPlans {
    private final Map<String, String> plans = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    @Override
    public @Nullable String plan(Caller caller) {
      asked.add(caller.subject());
      if ("broken".equals(plans.get(caller.subject()))) {
        throw new IllegalStateException("the database cannot be reached");
      }
      return plans.get(caller.subject());
    }
  }

  @BeforeEach
  void callersOfSeveralPlans() {
    List.of("alice", "bob", "carol", "dave", "erin")
        .forEach(each -> fixture.token(each, user(each).credentialId("jti-" + each)));
    subscriptions.plans.putAll(
        Map.of("alice", "pro", "bob", "partner", "carol", "trial", "erin", "broken"));
  }

  private static LimitPolicy of(String plan, int permits) {
    return limit("m-" + plan, permits).plan(Subscriptions.class, plan).build();
  }

  private static LimitPolicy ofOthers(int permits) {
    return limit("m", permits).otherPlans(Subscriptions.class, "pro", "partner").build();
  }

  private static final EndpointPolicy POLICY =
      endpoint("m")
          .secured()
          .limit(ofOthers(1))
          .limit(of("pro", 2))
          .limit(of("partner", 3))
          .build();

  @Test
  void callersHaveTheLimitsOfTheirPlan() {
    assertThat(permitsOf("alice")).isEqualTo(2);
    assertThat(permitsOf("bob")).isEqualTo(3);
    assertThat(permitsOf("carol")).as("of a plan that no limit names").isEqualTo(1);
    assertThat(permitsOf("dave")).as("of no plan").isEqualTo(1);
  }

  private int permitsOf(String token) {
    for (int admitted = 0; ; admitted++) {
      try {
        admit(gate, withToken(token), POLICY);
      } catch (dev.gatewright.runtime.problem.RefusedException refused) {
        assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.LIMIT_EXCEEDED);
        return admitted;
      }
    }
  }

  @Test
  void clientsAreToldOfTheLimitsOfTheirPlanOnly() {
    FakeExchange exchange = withToken("bob");

    admit(gate, exchange, POLICY);

    assertThat(exchange.responseHeaders())
        .containsEntry("RateLimit-Policy", "\"m-partner\";q=3;w=60");
  }

  @Test
  void aLimitOfEverybodyHoldsBesideAndIsDecidedTogether() {
    EndpointPolicy policy =
        endpoint("m")
            .secured()
            .limit(ofOthers(1))
            .limit(of("pro", 2))
            .limit(limit("daily", 9).build())
            .build();
    admit(gate, withToken("alice"), policy);
    admit(gate, withToken("alice"), policy);

    var refusal = refusal(gate, withToken("alice"), policy);

    assertThat(refusal.violatedPolicies()).containsExactly("m-pro");
    assertThat(refusal.headers().get("RateLimit")).as("not charged").contains("\"daily\";r=7");
  }

  @Test
  void aSharedLimitIsChargedOnceInAnExchange() {
    LimitPolicy[] shared = {
      limit("all", 9).otherPlans(Subscriptions.class, "pro").build(),
      limit("all-pro", 2).plan(Subscriptions.class, "pro").build()
    };
    EndpointPolicy outer = shared("outer", shared);
    EndpointPolicy inner = shared("inner", shared);
    during(
        gate,
        withToken("alice"),
        () -> {
          gate.enter(outer);
          gate.enter(inner);
          gate.enter(inner);
        });

    admit(gate, withToken("alice"), inner);
    assertThat(refusal(gate, withToken("alice"), outer).violatedPolicies())
        .containsExactly("all-pro");
  }

  private static EndpointPolicy shared(String name, LimitPolicy... limits) {
    EndpointPolicy.Builder endpoint = endpoint(name).secured();
    for (LimitPolicy limit : limits) {
      endpoint.sharedLimit(GateFixture.class, limit);
    }
    return endpoint.build();
  }

  @Test
  void whereThePlanCannotBeKnownTheRequestIsRefused() {
    assertThat(refusal(gate, withToken("erin"), POLICY).reason())
        .isEqualTo(RefusalReason.UNDECIDABLE);
  }

  @Test
  void nobodyIsAskedOfWhereThereIsNoCaller() {
    EndpointPolicy open = endpoint("m").open("test").limit(ofOthers(1)).limit(of("pro", 2)).build();

    admit(gate, https(), open);

    assertThat(refusal(gate, https(), open).violatedPolicies()).containsExactly("m");
    assertThat(subscriptions.asked).isEmpty();
  }

  @Test
  void limitsByAddressProtectThePlans() {
    EndpointPolicy policy =
        endpoint("m")
            .secured()
            .limit(limit("address", 1).key(LimitKey.ADDRESS).build())
            .limit(ofOthers(9))
            .build();
    fixture.remembered.add("alice");
    List<String> log = new ArrayList<>();
    Gate together =
        fixture
            .builder()
            .rateLimiter(
                new TogetherLimiter(
                    InProcessRateLimiter.builder().nanoClock(fixture.nanos::get).build(), log))
            .callerPlans(type -> subscriptions)
            .build();
    together.prepare(policy);
    admit(together, withToken("alice"), policy);

    assertThat(refusal(together, withToken("alice"), policy).violatedPolicies())
        .containsExactly("address");
    assertThat(subscriptions.asked).containsExactly("alice");
  }

  @Test
  void aPlanIsAskedForOnceAnEndpoint() {
    during(
        gate,
        withToken("bob"),
        () -> {
          gate.admit(POLICY);
          gate.enter(POLICY);
        });

    assertThat(subscriptions.asked).containsExactly("bob");
  }

  @Test
  void aPlanIsAskedForOnceHoweverLimitsOfOthersStandBetween() {
    EndpointPolicy policy =
        endpoint("m")
            .secured()
            .limit(of("pro", 2))
            .limit(limit("other", 9).otherPlans(OtherPlans.class).build())
            .limit(ofOthers(1))
            .build();
    Gate both =
        fixture
            .builder()
            .callerPlans(type -> type == Subscriptions.class ? subscriptions : caller -> null)
            .build();

    admit(both, withToken("alice"), policy);

    assertThat(subscriptions.asked).containsExactly("alice");
  }

  private interface OtherPlans extends CallerPlans {}

  @Test
  void theLimitOfAPlanIsChangedByItsName() {
    gate.prepare(POLICY);
    gate.limits().change("m-pro", new LimitChange(5L, null, null));

    assertThat(permitsOf("alice")).isEqualTo(5);
    assertThat(permitsOf("dave")).isEqualTo(1);
  }

  @Test
  void anEndpointWhosePlansNothingKnowsIsNotMadeReady() {
    Gate without = fixture.builder().build();

    assertThatThrownBy(() -> without.prepare(POLICY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("'callerPlans' is missing", Subscriptions.class.getName());
  }
}
