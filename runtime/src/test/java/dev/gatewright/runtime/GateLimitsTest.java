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

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.Scheme;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GateLimitsTest {
  private final GateFixture fixture = new GateFixture();
  private final Gate gate = fixture.builder().build();

  @Test
  void aRefusedCallIsToldWhenToComeBack() {
    EndpointPolicy policy =
        endpoint("m").open("test").limit(limit("m", 1).key(LimitKey.ADDRESS).build()).build();
    admit(gate, https(), policy);

    Refusal refusal = refusal(gate, https(), policy);

    assertThat(refusal.reason().status()).isEqualTo(429);
    assertThat(refusal.violatedPolicies()).containsExactly("m");
    assertThat(refusal.headers())
        .containsEntry("Retry-After", "60")
        .containsEntry("RateLimit-Policy", "\"m\";q=1;w=60")
        .containsEntry("RateLimit", "\"m\";r=0;t=60");
  }

  @Test
  void anAdmittedCallIsToldWhatIsLeft() {
    EndpointPolicy policy =
        endpoint("m").open("test").limit(limit("m", 6).key(LimitKey.ADDRESS).build()).build();
    FakeExchange exchange = https();

    admit(gate, exchange, policy);

    assertThat(exchange.responseHeaders())
        .containsEntry("RateLimit", "\"m\";r=5;t=50")
        .containsEntry("X-RateLimit-Limit", "6")
        .containsEntry("X-RateLimit-Remaining", "5");
  }

  @Test
  void whenOneLimitRefusesTheOthersAreNotCharged() {
    fixture.token("t", user("alice"));
    EndpointPolicy both =
        endpoint("both")
            .secured()
            .sharedLimit(GateFixture.class, limit("shared", 2).key(LimitKey.SUBJECT).build())
            .limit(limit("own", 1).build())
            .build();
    EndpointPolicy sharedOnly =
        endpoint("other")
            .secured()
            .sharedLimit(GateFixture.class, limit("shared", 2).key(LimitKey.SUBJECT).build())
            .build();

    admit(gate, withToken("t"), both);
    Refusal refusal = refusal(gate, withToken("t"), both);

    assertThat(refusal.violatedPolicies()).containsExactly("own");
    assertThat(refusal.headers().get("RateLimit")).contains("\"shared\";r=1");
    admit(gate, withToken("t"), sharedOnly);
    assertThat(refusal(gate, withToken("t"), sharedOnly).violatedPolicies())
        .containsExactly("shared");
  }

  @Test
  void aLimitOnFailuresIsToldOnlyToWhomItRefuses() {
    EndpointPolicy policy =
        endpoint("m")
            .open("test")
            .limit(
                limit("failures", 9)
                    .key(LimitKey.ADDRESS)
                    .counted(Counted.FAILED_AUTHENTICATIONS)
                    .build())
            .limit(limit("calls", 1).key(LimitKey.ADDRESS).build())
            .build();
    FakeExchange exchange = https();

    admit(gate, exchange, policy);

    assertThat(exchange.responseHeaders()).containsEntry("RateLimit", "\"calls\";r=0;t=60");
    assertThat(refusal(gate, https(), policy).headers())
        .containsEntry("RateLimit", "\"calls\";r=0;t=60");
  }

  @Test
  void aCallerLimitCountsCallersApartAndNotByAddress() {
    fixture.token("a", user("alice"));
    fixture.token("a2", user("alice"));
    fixture.token("b", user("bob"));
    EndpointPolicy policy = endpoint("m").secured().limit(limit("m", 1).build()).build();

    admit(gate, withToken("a"), policy);
    assertThat(refusal(gate, withToken("a2"), policy).reason())
        .isEqualTo(RefusalReason.LIMIT_EXCEEDED);
    admit(gate, withToken("b"), policy);
  }

  @Test
  void twoIssuersCannotShareOneCallersLimit() {
    fixture.token("x", Caller.of(Scheme.BEARER, "https://a.example/1", "1"));
    fixture.token("y", Caller.of(Scheme.BEARER, "https://a.example/", "11"));
    EndpointPolicy policy = endpoint("m").secured().limit(limit("m", 1).build()).build();

    admit(gate, withToken("x"), policy);
    admit(gate, withToken("y"), policy);
  }

  @Test
  void aLimitByClientThatATokenDoesNotNameCountsByCaller() {
    fixture.token("a", user("alice"));
    EndpointPolicy policy =
        endpoint("m").secured().limit(limit("m", 1).key(LimitKey.OAUTH_CLIENT).build()).build();

    admit(gate, withToken("a"), policy);
    assertThat(refusal(gate, withToken("a"), policy).reason())
        .isEqualTo(RefusalReason.LIMIT_EXCEEDED);
  }

  @Test
  void aGlobalLimitIsSharedByEverybody() {
    fixture.token("a", user("alice"));
    fixture.token("b", user("bob"));
    EndpointPolicy policy =
        endpoint("m")
            .secured()
            .limit(limit("m", 1).key(LimitKey.GLOBAL).strategy(Strategy.FIXED_WINDOW).build())
            .build();

    admit(gate, withToken("a"), policy);
    assertThat(refusal(gate, withToken("b"), policy).reason())
        .isEqualTo(RefusalReason.LIMIT_EXCEEDED);
  }

  @Test
  void aGuardInsideAGuardIsDecidedAgainAndCountedOnce() {
    fixture.token("t", user("alice"));
    EndpointPolicy outer = endpoint("outer").secured().limit(limit("outer", 5).build()).build();
    EndpointPolicy inner = endpoint("inner").secured().limit(limit("inner", 3).build()).build();
    EndpointPolicy forbidden = endpoint("forbidden").secured().anyRole("auditor").build();
    for (int i = 0; i < 3; i++) {
      during(
          gate,
          withToken("t"),
          () -> {
            gate.enter(outer);
            gate.enter(inner);
            gate.enter(outer);
            assertThat(refusal(() -> gate.enter(forbidden)).reason())
                .isEqualTo(RefusalReason.ROLE_MISSING);
          });
    }
    FakeExchange last = withToken("t");
    admit(gate, last, outer);
    assertThat(last.responseHeaders().get("RateLimit")).startsWith("\"outer\";r=1");
    assertThat(refusal(gate, withToken("t"), inner).violatedPolicies()).containsExactly("inner");
  }

  @Test
  void stageOneIsCountedOnceHoweverOftenTheAdapterAsks() {
    EndpointPolicy policy =
        endpoint("m").open("test").limit(limit("m", 1).key(LimitKey.ADDRESS).build()).build();
    during(
        gate,
        https(),
        () -> {
          gate.admit(policy);
          gate.admit(policy);
          gate.enter(policy);
        });
  }

  @Test
  void onlyFailedAuthenticationsAreCountedByALimitOnThem() {
    fixture.token("t", user("alice"));
    EndpointPolicy policy = endpoint("m").secured().limit(failures(2)).build();

    for (int i = 0; i < 5; i++) {
      admit(gate, withToken("t"), policy);
      assertThat(refusal(gate, https(), policy).reason())
          .isEqualTo(RefusalReason.CREDENTIAL_MISSING);
    }
    assertThat(refusal(gate, withToken("guess-1"), policy).reason().status()).isEqualTo(401);
    assertThat(refusal(gate, withToken("guess-2"), policy).reason().status()).isEqualTo(401);
    assertThat(refusal(gate, withToken("guess-3"), policy).reason().status()).isEqualTo(429);
    assertThat(refusal(gate, withToken("t"), policy).reason().status()).isEqualTo(429);
  }

  @Test
  void aRequestThatIsAuthenticatedAndStillRunningIsNoGuess() {
    fixture.token("t", user("alice"));
    EndpointPolicy policy = endpoint("m").secured().limit(failures(1)).build();

    during(
        gate,
        withToken("t"),
        () -> {
          gate.enter(policy);
          Refusal guess =
              CompletableFuture.supplyAsync(() -> refusal(gate, withToken("guess"), policy)).join();
          assertThat(guess.reason().status()).isEqualTo(401);
        });
  }

  @Test
  void aFailedLogInIsCountedAndASuccessfulOneIsNot() {
    EndpointPolicy login =
        endpoint("login").open("who logs in has no token").limit(failures(2)).build();
    for (int i = 0; i < 5; i++) {
      during(
          gate,
          https(),
          () -> {
            gate.enter(login);
          });
    }
    for (int i = 0; i < 2; i++) {
      during(
          gate,
          https(),
          () -> {
            gate.enter(login);
            RefusedException failure = gate.failedAuthentication("wrong password");
            assertThat(failure.problem().status()).isEqualTo(401);
          });
    }
    assertThat(refusal(gate, https(), login).reason().status()).isEqualTo(429);
  }

  @Test
  void aFailureThatNoLimitCanBeChargedForIsUndecidable() throws InterruptedException {
    assertThat(refusal(() -> gate.failedAuthentication("wrong password")).reason())
        .isEqualTo(RefusalReason.UNDECIDABLE);

    CurrentExchange current = gate.open(https());
    Thread other = new Thread(current::close);
    other.start();
    other.join();
    assertThat(refusal(() -> gate.failedAuthentication("wrong password")).reason())
        .isEqualTo(RefusalReason.UNDECIDABLE);
  }

  @Test
  void aSecuredGuardInsideALogInDoesNotForgiveItsFailure() {
    fixture.token("t", user("alice"));
    EndpointPolicy login = endpoint("login").open("logs in").limit(failures(1)).build();
    EndpointPolicy inner = endpoint("inner").secured().build();

    during(
        gate,
        withToken("t"),
        () -> {
          gate.enter(login);
          gate.enter(inner);
          gate.failedAuthentication("wrong password");
        });

    assertThat(refusal(gate, https(), login).reason().status()).isEqualTo(429);
  }

  @Test
  void passwordsTriedAtTheSameTimeAreNeverMoreThanTheLimit() throws InterruptedException {
    EndpointPolicy login =
        endpoint("login").open("who logs in has no token").limit(failures(5)).build();
    AtomicInteger tried = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(64);
    for (int i = 0; i < 256; i++) {
      threads.execute(
          () -> {
            try {
              during(
                  gate,
                  https(),
                  () -> {
                    gate.enter(login);
                    tried.incrementAndGet();
                    Thread.onSpinWait();
                    gate.failedAuthentication("wrong password");
                  });
            } catch (RefusedException tooMany) {
              // Refused before a password was tried.
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

    assertThat(tried).hasValue(5);
  }

  private static LimitPolicy failures(long permits) {
    return limit("failures", permits)
        .key(LimitKey.ADDRESS)
        .counted(Counted.FAILED_AUTHENTICATIONS)
        .build();
  }
}
