package dev.gatewright.issuing;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.Scheme;
import dev.gatewright.authentication.jwt.JwtAccessTokens;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenIssuerTest {
  private final TokenRequest request =
      TokenRequest.of("alice \"\u5f20\"")
          .withClientId("app")
          .withRoles(List.of("customer"))
          .withScopes(List.of("accounts:read", "transfers:write"))
          .withAuthentication(Tokens.NOW.minusSeconds(5), List.of("pwd", "otp", "mfa"));

  private static TokenIssuer.Builder builder(JwtAlgorithm algorithm) {
    return TokenIssuer.builder()
        .issuer("https://id.example")
        .audience("https://api.example")
        .key(TestKeys.signing(algorithm))
        .clock(InstantSource.fixed(Tokens.NOW.plusMillis(700)));
  }

  @ParameterizedTest
  @EnumSource(JwtAlgorithm.class)
  void theAuthenticatorAcceptsWhatTheIssuerSigns(JwtAlgorithm algorithm) {
    AccessToken token = builder(algorithm).build().issue(request);

    Caller caller = accepted(Tokens.authenticator(algorithm).verify(token.value()));

    assertThat(caller)
        .isEqualTo(
            Caller.of(Scheme.BEARER, "https://id.example", "alice \"\u5f20\"")
                .clientId("app")
                .credentialId(token.id())
                .roles(Set.of("customer"))
                .scopes(Set.of("accounts:read", "transfers:write"))
                .mfa(true)
                .authenticatedAt(Tokens.NOW.minusSeconds(5))
                .issuedAt(Tokens.NOW)
                .expiresAt(Tokens.NOW.plusSeconds(900))
                .build());
    assertThat(token.issuedAt()).isEqualTo(Tokens.NOW);
    assertThat(token.expiresAt()).isEqualTo(Tokens.NOW.plus(Duration.ofMinutes(15)));
  }

  @Test
  void headerAndClaimsReadAsRfc9068Says() {
    TokenIssuer issuer =
        builder(JwtAlgorithm.HS256)
            .key(SigningKey.of("2026-01", JwtAlgorithm.HS256, TestKeys.SECRET))
            .build();
    AccessToken token = issuer.issue(request);
    String[] segments = token.value().split("\\.", -1);

    assertThat(decoded(segments[0]))
        .isEqualTo("{\"typ\":\"at+jwt\",\"alg\":\"HS256\",\"kid\":\"2026-01\"}");
    assertThat(decoded(segments[1]))
        .isEqualTo(
            "{\"iss\":\"https://id.example\",\"aud\":[\"https://api.example\"],"
                + "\"sub\":\"alice \\\"\u5f20\\\"\",\"iat\":1768478400,\"exp\":1768479300,"
                + "\"jti\":\""
                + token.id()
                + "\",\"auth_time\":1768478395,\"client_id\":\"app\","
                + "\"amr\":[\"pwd\",\"otp\",\"mfa\"],\"roles\":[\"customer\"],"
                + "\"scope\":\"accounts:read transfers:write\"}");
  }

  private static String decoded(String segment) {
    return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
  }

  @Test
  void aTokenThatSaysNothingButWhoseItIsHasNoRights() {
    AccessToken token = builder(JwtAlgorithm.HS256).build().issue(TokenRequest.of("alice"));
    Caller caller = accepted(Tokens.authenticator().verify(token.value()));
    assertThat(caller.roles()).isEmpty();
    assertThat(caller.scopes()).isEmpty();
    assertThat(caller.mfa()).isFalse();
    assertThat(caller.authenticatedAt()).isNull();
  }

  @Test
  void noTwoTokensShareAnId() {
    TokenIssuer issuer = builder(JwtAlgorithm.HS256).build();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String id = issuer.issue(request).id();
      assertThat(StrictBase64Url.decode(id, 0, id.length())).hasSize(16);
      assertThat(ids.add(id)).isTrue();
    }
  }

  @Test
  void aTokenEndsWhenItsLifetimeDoes() {
    TokenIssuer issuer = builder(JwtAlgorithm.HS256).lifetime(Duration.ofSeconds(60)).build();
    String token = issuer.issue(request).value();
    JwtAccessTokens later =
        new JwtAccessTokens(
            Tokens.settings()
                .key(TestKeys.verifying(JwtAlgorithm.HS256))
                .clock(InstantSource.fixed(Tokens.NOW.plusSeconds(90)))
                .build());
    accepted(Tokens.authenticator().verify(token));
    assertRejected(later.verify(token), "expired");
  }

  @Test
  void everyMissingOrWrongOptionIsNamed() {
    SigningKey key = TestKeys.signing(JwtAlgorithm.HS256);
    assertNames("issuer", () -> TokenIssuer.builder().audience("a").key(key).build());
    assertNames("audience", () -> TokenIssuer.builder().issuer("i").key(key).build());
    assertNames("key", () -> TokenIssuer.builder().issuer("i").audience("a").build());
    assertNames(
        "lifetime", () -> builder(JwtAlgorithm.HS256).lifetime(Duration.ofMinutes(61)).build());
    assertNames("lifetime", () -> builder(JwtAlgorithm.HS256).lifetime(Duration.ZERO).build());
    assertNames("rolesClaim", () -> builder(JwtAlgorithm.HS256).rolesClaim("sub").build());
  }

  private static void assertNames(String option, ThrowingCallable start) {
    assertThatThrownBy(start)
        .isInstanceOf(InvalidOptionException.class)
        .extracting(e -> ((InvalidOptionException) e).option())
        .isEqualTo(option);
  }

  @Test
  void aScopeThatWouldBecomeTwoIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenRequest.of("alice").withScopes(List.of("read admin")))
        .withMessageContaining("'read admin' is no scope");
    assertThatIllegalArgumentException().isThrownBy(() -> TokenRequest.of(" "));
  }

  @Test
  void theTextFormOfATokenDoesNotHoldIt() {
    AccessToken token = builder(JwtAlgorithm.HS256).build().issue(request);
    assertThat(token.toString()).contains(token.id()).doesNotContain(token.value());
  }
}
