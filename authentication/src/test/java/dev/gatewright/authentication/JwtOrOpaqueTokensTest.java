package dev.gatewright.authentication;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtOrOpaqueTokensTest {
  private final AccessTokens tokens =
      new JwtOrOpaqueTokens(
          Tokens.authenticator(), token -> new Authentication.Rejected("asked about"));

  @Test
  void aJwtIsVerifiedAsOne() {
    accepted(tokens.verify(Tokens.signed(Tokens.claims())));
  }

  @Test
  void aJwtThatIsRefusedIsNotAskedAbout() {
    assertRejected(
        tokens.verify(Tokens.signed(Tokens.claimsWith("iss", "\"https://evil.example\""))),
        "another issuer");
    assertRejected(tokens.verify("a.b.c"), "base64url");
    assertRejected(tokens.verify(".."), "");
  }

  @Test
  void eachKindIsRememberedByWhoeverVerifiesIt() {
    String jwt = Tokens.signed(Tokens.claims());
    assertThat(tokens.remembered(jwt)).isNull();
    Authentication verified = tokens.verify(jwt);
    assertThat(tokens.remembered(jwt)).isSameAs(verified);
    assertThat(tokens.remembered("opaque")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "opaque", "a.b", "a.b.c.d", "a.b.c.d.e"})
  void anythingElseIsAskedAbout(String token) {
    assertRejected(tokens.verify(token), "asked about");
  }
}
