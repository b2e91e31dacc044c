package dev.gatewright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.runtime.caller.Authentication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All contestants do the work: they accept the token, and not one with another signature. */
class TokenVerifiersTest {

  @ParameterizedTest
  @EnumSource(
      value = JwtAlgorithm.class,
      names = {"HS256", "RS256", "ES256"})
  void everyContestantAcceptsTheTokenAndRefusesItWithAnotherTokensSignature(
      JwtAlgorithm algorithm) {
    SignedToken token = SignedToken.of(algorithm);
    String other = SignedToken.of(algorithm).text();
    String forged =
        token.text().substring(0, token.text().lastIndexOf('.'))
            + other.substring(other.lastIndexOf('.'));

    assertThat(new PlatformVerifier(token).verify()).isTrue();
    assertThat(TokenVerifiers.gatewright(token, 0).verify(token.text()))
        .isInstanceOf(Authentication.Accepted.class);
    assertThat(TokenVerifiers.jjwt(token).parseSignedClaims(token.text())).isNotNull();
    assertThat(TokenVerifiers.springSecurity(token).decode(token.text())).isNotNull();
    assertThat(TokenVerifiers.auth0(token).verify(token.text())).isNotNull();

    assertThat(TokenVerifiers.gatewright(token, 0).verify(forged))
        .isInstanceOf(Authentication.Rejected.class);
    assertThatThrownBy(() -> TokenVerifiers.jjwt(token).parseSignedClaims(forged)).isNotNull();
    assertThatThrownBy(() -> TokenVerifiers.springSecurity(token).decode(forged)).isNotNull();
    assertThatThrownBy(() -> TokenVerifiers.auth0(token).verify(forged)).isNotNull();
  }

  @Test
  void theTokenIsOfAboutFourHundredBytes() {
    assertThat(SignedToken.of(JwtAlgorithm.HS256).text().length()).isBetween(390, 410);
  }
}
