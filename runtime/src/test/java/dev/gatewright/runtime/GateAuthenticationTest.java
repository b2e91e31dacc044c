package dev.gatewright.runtime;

import static dev.gatewright.runtime.GateFixture.NOW;
import static dev.gatewright.runtime.GateFixture.admit;
import static dev.gatewright.runtime.GateFixture.endpoint;
import static dev.gatewright.runtime.GateFixture.https;
import static dev.gatewright.runtime.GateFixture.refusal;
import static dev.gatewright.runtime.GateFixture.user;
import static dev.gatewright.runtime.GateFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.exchange.FakeExchange;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
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
