package dev.gatewright.authentication.jwt;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;

import dev.gatewright.testing.Tokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenKindTest {
  private static final String[] UNTYPED = {
    "{\"alg\":\"HS256\"}", "{\"alg\":\"HS256\",\"typ\":\"JWT\"}"
  };

  private final JwtAccessTokens tokens = Tokens.authenticator();

  @ParameterizedTest
  @ValueSource(strings = {"at_hash", "c_hash", "s_hash", "nonce"})
  void anIdTokenForOurOwnAudienceIsNoAccessToken(String claim) {
    assertRefused(Tokens.claimsWith(claim, "\"x\""), claim);
  }

  @Test
  void aLogoutTokenOrOtherSecurityEventIsNoAccessToken() {
    assertRefused(
        Tokens.claimsWith("events", "{\"http://schemas.openid.net/event/backchannel-logout\":{}}"),
        "events");
  }

  @ParameterizedTest
  @ValueSource(strings = {"htm", "htu"})
  void aProofOfPossessionIsNoAccessToken(String claim) {
    assertRefused(Tokens.claimsWith(claim, "\"GET\""), claim);
  }

  @ParameterizedTest
  @CsvSource({
    "token_use, id",
    "token_use, refresh",
    "typ, ID",
    "typ, Refresh",
    "typ, Offline",
    "typ, Logout"
  })
  void whatAProviderCallsAnotherKindOfTokenIsNoAccessToken(String claim, String value) {
    assertRefused(Tokens.claimsWith(claim, "\"" + value + "\""), claim);
  }

  private void assertRefused(Map<String, String> claims, String claim) {
    for (String header : UNTYPED) {
      assertRejected(
          tokens.verify(Tokens.signed(header, Tokens.json(claims))),
          "'" + claim + "' claim is that of an ID token");
    }
  }

  @ParameterizedTest
  @CsvSource({"token_use, access", "typ, Bearer", "typ, DPoP", "sid, x"})
  void whatProvidersPutIntoAccessTokensIsAccepted(String claim, String value) {
    String claims = Tokens.json(Tokens.claimsWith(claim, "\"" + value + "\""));
    for (String header : UNTYPED) {
      accepted(tokens.verify(Tokens.signed(header, claims)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scope", "scp"})
  void anAccessTokenOfAnOlderKeycloakMayHaveANonceAsItHasScopes(String scopeClaim) {
    Map<String, String> claims = Tokens.claimsWith("nonce", "\"x\"");
    claims.put(scopeClaim, "\"openid\"");
    accepted(tokens.verify(Tokens.signed(UNTYPED[0], Tokens.json(claims))));
  }

  @Test
  void aTokenWhoseTypeSaysThatItIsAnAccessTokenMayHoldAnyClaim() {
    accepted(tokens.verify(Tokens.signed(Tokens.claimsWith("nonce", "\"x\""))));
  }
}
