package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.NOW;
import static dev.gatewright.testing.GateFixture.admit;
import static dev.gatewright.testing.GateFixture.during;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.https;
import static dev.gatewright.testing.GateFixture.refusal;
import static dev.gatewright.testing.GateFixture.user;
import static dev.gatewright.testing.GateFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.AcrValues;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateAuthenticationTest {
  private static final String CHALLENGE = "WWW-Authenticate";

  private final GateFixture fixture = new GateFixture();
  private final Set<String> revoked = new HashSet<>();
  private final Gate gate =
      fixture.builder().revocations(caller -> revoked.contains(caller.credentialId())).build();
  private final EndpointPolicy secured = endpoint("m").secured().build();

  @Test
  void withoutACredentialTheChallengeNamesEveryAcceptedScheme() {
    Refusal refusal = refusal(gate, https(), secured);

    assertThat(refusal.reason()).isEqualTo(RefusalReason.CREDENTIAL_MISSING);
    assertThat(refusal.headers())
        .containsEntry(CHALLENGE, "Bearer realm=\"api\", ApiKey realm=\"api\"");
  }

  @Test
  void anInvalidTokenIsToldFromNoToken() {
    Refusal refusal =
        refusal(gate, withToken("forged"), endpoint("m").secured().schemes(Scheme.BEARER).build());

    assertThat(refusal.reason()).isEqualTo(RefusalReason.CREDENTIAL_INVALID);
    assertThat(refusal.headers())
        .containsEntry(CHALLENGE, "Bearer realm=\"api\", error=\"invalid_token\"");
  }

  @Test
  void twoCredentialsAreRefusedEvenIfBothAreValid() {
    fixture.token("t", user("alice"));
    fixture.keys.put("k", Caller.of(Scheme.API_KEY, "keys", "partner").build());

    assertThat(refusal(gate, withToken("t").header("X-API-Key", "k"), secured).reason())
        .isEqualTo(RefusalReason.SEVERAL_CREDENTIALS);
    assertThat(refusal(gate, withToken("t").header("Authorization", "Bearer t"), secured).reason())
        .isEqualTo(RefusalReason.SEVERAL_CREDENTIALS);
    assertThat(
            refusal(
                    gate,
                    https().header("Authorization", "Basic x").header("X-API-Key", "k"),
                    secured)
                .reason())
        .isEqualTo(RefusalReason.SEVERAL_CREDENTIALS);
  }

  @Test
  void aHeaderThatNothingConfiguredReadsIsNoCredential() {
    fixture.token("t", user("alice"));
    Gate withoutKeys = fixture.withoutApiKeys().build();

    admit(withoutKeys, withToken("t").header("X-API-Key", "k"), secured);
    assertThat(refusal(withoutKeys, https().header("X-API-Key", "k"), secured).reason())
        .isEqualTo(RefusalReason.CREDENTIAL_MISSING);
  }

  @Test
  void aSchemeThatNobodyVerifiesIsRefused() {
    assertThat(refusal(gate, https().header("Authorization", "Basic YTpi"), secured).reason())
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
  }

  @Test
  void aSchemeThatTheEndpointDoesNotAcceptIsRefused() {
    fixture.token("t", user("alice"));
    EndpointPolicy keysOnly = endpoint("m").secured().schemes(Scheme.API_KEY).build();

    assertThat(refusal(gate, withToken("t"), keysOnly).reason())
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
  }

  @Test
  void aRevokedCredentialIsRefusedOnTheNextRequest() {
    fixture.token("t", user("alice").credentialId("jti-1"));
    admit(gate, withToken("t"), secured);

    revoked.add("jti-1");

    assertThat(refusal(gate, withToken("t"), secured).reason())
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
  }

  @Test
  void aRoleOfEachGroupIsNeeded() {
    EndpointPolicy policy =
        endpoint("m").secured().anyRole("customer", "staff").anyRole("auditor").build();
    fixture.token("one", user("a").roles(Set.of("customer")));
    fixture.token("both", user("b").roles(Set.of("staff", "auditor")));

    assertThat(refusal(gate, withToken("one"), policy).reason())
        .isEqualTo(RefusalReason.ROLE_MISSING);
    admit(gate, withToken("both"), policy);
  }

  @Test
  void allScopesAreNeededAndTheChallengeNamesThem() {
    EndpointPolicy policy = endpoint("m").secured().allScopes("read", "write").build();
    fixture.token("one", user("a").scopes(Set.of("read")));
    fixture.token("both", user("b").scopes(Set.of("write", "read")));

    Refusal refusal = refusal(gate, withToken("one"), policy);

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INSUFFICIENT_SCOPE);
    assertThat(refusal.headers())
        .containsEntry(
            CHALLENGE, "Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"read write\"");
    admit(gate, withToken("both"), policy);
  }

  @Test
  void aStepUpChallengeNamesWhatWouldBeEnough() {
    EndpointPolicy policy = endpoint("m").secured().mfa().maxAuthAge(Duration.ofMinutes(5)).build();
    fixture.token("weak", user("a").authenticatedAt(NOW));
    fixture.token("old", user("a").mfa(true).authenticatedAt(NOW.minusSeconds(301)));
    fixture.token("untold", user("a").mfa(true));
    fixture.token("future", user("a").mfa(true).authenticatedAt(NOW.plusSeconds(31)));
    fixture.token("good", user("a").mfa(true).authenticatedAt(NOW.minusSeconds(300)));

    for (String token : new String[] {"weak", "old", "untold", "future"}) {
      Refusal refusal = refusal(gate, withToken(token), policy);
      assertThat(refusal.reason()).as(token).isEqualTo(RefusalReason.INSUFFICIENT_AUTHENTICATION);
      assertThat(refusal.headers())
          .containsEntry(
              CHALLENGE,
              "Bearer realm=\"api\", error=\"insufficient_user_authentication\","
                  + " acr_values=\"mfa\", max_age=300");
    }
    admit(gate, withToken("good"), policy);
  }

  @Test
  void aContextClassIsReachedByTheConfiguredOrderAndNothingElse() {
    Gate ordered =
        fixture
            .builder()
            .acrValues(AcrValues.weakestFirst(List.of("pwd", "otp", "hwk"), "otp"))
            .build();
    EndpointPolicy otp = endpoint("m").secured().acr("otp").build();
    EndpointPolicy mfaWithHardware = endpoint("n").secured().mfa().acr("hwk").build();
    fixture.token("none", user("a"));
    fixture.token("machine", user("a").acr("1"));
    fixture.token("later", user("a").acr("zzz"));
    fixture.token("pwd", user("a").acr("pwd"));
    fixture.token("otp", user("a").acr("otp"));
    fixture.token("hwk", user("a").acr("hwk"));

    for (String weak : new String[] {"none", "machine", "later", "pwd"}) {
      assertThat(refusal(ordered, withToken(weak), otp).headers())
          .as(weak)
          .containsEntry(
              CHALLENGE,
              "Bearer realm=\"api\", error=\"insufficient_user_authentication\","
                  + " acr_values=\"otp hwk\"");
    }
    admit(ordered, withToken("otp"), otp);
    admit(ordered, withToken("hwk"), otp);
    assertThat(refusal(ordered, withToken("otp"), mfaWithHardware).headers().get(CHALLENGE))
        .endsWith("acr_values=\"hwk\"");
    admit(ordered, withToken("hwk"), mfaWithHardware);
  }

  @Test
  void aContextClassStandsForSeveralFactorsOnlyFromTheConfiguredOneOn() {
    Gate ordered =
        fixture.builder().acrValues(AcrValues.weakestFirst(List.of("pwd", "otp"), "otp")).build();
    EndpointPolicy mfa = endpoint("m").secured().mfa().build();
    fixture.token("machine", user("a").acr("1"));
    fixture.token("pwd", user("a").acr("pwd"));
    fixture.token("otp", user("a").acr("otp"));

    for (String weak : new String[] {"machine", "pwd"}) {
      assertThat(refusal(ordered, withToken(weak), mfa).reason())
          .as(weak)
          .isEqualTo(RefusalReason.INSUFFICIENT_AUTHENTICATION);
    }
    admit(ordered, withToken("otp"), mfa);
  }

  @Test
  void whatComesWithTheConnectionAuthenticatesOnlyRequestsThatCarryNothingElse() {
    Caller machine = Caller.of(Scheme.MUTUAL_TLS, "ca", "machine").build();
    fixture.token("t", user("alice"));
    Gate both = fixture.builder().authenticator(new OfTheConnection(machine)).build();
    List<Caller> callers = new ArrayList<>();

    during(both, https(), () -> callers.add(callerOf(both, secured)));
    during(both, withToken("t"), () -> callers.add(callerOf(both, secured)));

    assertThat(callers).extracting(Caller::subject).containsExactly("machine", "alice");
    assertThat(refusal(both, withToken("forged"), secured).reason())
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
    EndpointPolicy tokensOnly = endpoint("m").secured().schemes(Scheme.BEARER).build();
    assertThat(refusal(both, https(), tokensOnly).reason())
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
  }

  private static Caller callerOf(Gate gate, EndpointPolicy policy) {
    gate.admit(policy);
    return Objects.requireNonNull(gate.caller());
  }

  /** A certificate, as it were: there on every connection. */
  private record OfTheConnection(Caller caller) implements Authenticator {
    @Override
    public Scheme scheme() {
      return Scheme.MUTUAL_TLS;
    }

    @Override
    public @Nullable String header() {
      return null;
    }

    @Override
    public List<String> credentials(Exchange exchange) {
      return List.of("certificate");
    }

    @Override
    public Authentication authenticate(String credential, Exchange exchange) {
      return new Authentication.Accepted(caller);
    }

    @Override
    public String challenge() {
      return "ClientCertificate";
    }
  }

  @Test
  void plainHttpIsRefusedEvenWithAValidToken() {
    fixture.token("t", user("alice"));
    Gate local =
        fixture.builder().httpsRequirement(HttpsRequirement.REQUIRED_EXCEPT_LOOPBACK).build();

    assertThat(refusal(gate, plain("127.0.0.1"), secured).reason())
        .isEqualTo(RefusalReason.INSECURE_TRANSPORT);
    assertThat(refusal(local, plain("203.0.113.7"), secured).reason())
        .isEqualTo(RefusalReason.INSECURE_TRANSPORT);
    assertThat(
            refusal(local, plain("127.0.0.1").header("X-Forwarded-For", "203.0.113.7"), secured)
                .reason())
        .isEqualTo(RefusalReason.INSECURE_TRANSPORT);
    admit(local, plain("127.0.0.1"), secured);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Via", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"})
  void aProxyOnThisMachineDoesNotMakeItsClientsLocal(String header) {
    Gate local =
        fixture.builder().httpsRequirement(HttpsRequirement.REQUIRED_EXCEPT_LOOPBACK).build();

    assertThat(refusal(local, plain("127.0.0.1").header(header, "1.1 proxy"), secured).reason())
        .isEqualTo(RefusalReason.INSECURE_TRANSPORT);
  }

  private static FakeExchange plain(String peer) {
    return FakeExchange.from(peer).header("Authorization", "Bearer t");
  }
}
