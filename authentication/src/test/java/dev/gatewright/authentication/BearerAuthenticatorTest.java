package dev.gatewright.authentication;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.Confirmation;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerAuthenticatorTest {
  private final BearerAuthenticator authenticator = new BearerAuthenticator(Tokens.authenticator());

  @Test
  void aBearerTokenIsReadFromTheAuthorizationHeaderOnly() {
    assertThat(authenticator.scheme()).isEqualTo(Scheme.BEARER);
    assertThat(authenticator.challenge()).isEqualTo("Bearer");
    assertThat(authenticator.header()).isEqualTo("Authorization");
    assertThat(authenticator.credentials(FakeExchange.withHeader("Authorization", "bEARER  a.b.c")))
        .containsExactly("a.b.c");
    assertThat(authenticator.credentials(FakeExchange.withHeader("Authorization", "Basic YTpi")))
        .isEmpty();
    assertThat(authenticator.credentials(FakeExchange.withHeader("Authorization", "Bearerish a")))
        .isEmpty();
    assertThat(authenticator.credentials(FakeExchange.withHeader("X-Token", "Bearer a.b.c")))
        .isEmpty();
  }

  @Test
  void everyBearerCredentialIsSeen() {
    assertThat(
            authenticator.credentials(
                FakeExchange.withHeader("Authorization", "Bearer one", "Basic b", "Bearer two")))
        .containsExactly("one", "two");
    assertThat(authenticator.credentials(FakeExchange.withHeader("Authorization", "Bearer")))
        .containsExactly("");
  }

  /** Each is one header of one credential, and none of them a token. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer %1$s, Bearer %1$s",
        "Bearer %1$s,",
        "Bearer ,%1$s",
        "Bearer %1$s %1$s",
        "Bearer Bearer %1$s",
        "Bearer \"%1$s\"",
        "Bearer token=%1$s",
        "Bearer %1$s DPoP %1$s",
        "Bearer\t%1$s",
        "Bearer\u00a0%1$s",
        "Bearer:%1$s",
        "Bearer%1$s",
        "DPoP %1$s",
        "%1$s"
      })
  void aHeaderThatIsNotOneSchemeAndOneTokenOpensNothing(String header) {
    String token = Tokens.signed(Tokens.claims());
    FakeExchange request = FakeExchange.withHeader("Authorization", String.format(header, token));
    for (String credential : authenticator.credentials(request)) {
      assertThat(authenticator.authenticate(credential, request))
          .isInstanceOf(Authentication.Rejected.class);
    }
    FakeExchange right = FakeExchange.withHeader("Authorization", "Bearer " + token);
    accepted(authenticator.authenticate(authenticator.credentials(right).get(0), right));
  }

  @Test
  void aTokenThatIsBoundToNothingIsAcceptedFromAnybody() {
    String token = Tokens.signed(Tokens.claims());
    assertThat(accepted(authenticator.authenticate(token, FakeExchange.from("203.0.113.7"))))
        .extracting(Caller::confirmation)
        .isEqualTo(Confirmation.NONE);
  }

  @Test
  void aTokenBoundToADpopKeyIsNoBearerToken() {
    String token =
        Tokens.signed(
            Tokens.claimsWith("cnf", "{\"jkt\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I\"}"));
    assertRejected(
        authenticator.authenticate(token, FakeExchange.from("203.0.113.7").overTls()), "DPoP");
  }

  @Test
  void aTokenBoundToACertificateIsRefusedWhereTheRequestHasNone() {
    String token =
        Tokens.signed(
            Tokens.claimsWith(
                "cnf", "{\"x5t#S256\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I\"}"));
    assertRejected(
        authenticator.authenticate(token, FakeExchange.from("203.0.113.7").overTls()),
        "certificate");
  }
}
