package dev.gatewright.authentication.introspection;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.Confirmation;
import dev.gatewright.secret.SecretValue;
import dev.gatewright.testing.TestServer;
import dev.gatewright.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a real server's answers. */
class IntrospectedTokensTest {
  private final TestServer issuer = new TestServer();
  private final AtomicReference<Instant> now = new AtomicReference<>(Tokens.NOW);
  private IntrospectedTokens tokens = builder().build();

  @AfterEach
  void stop() {
    issuer.close();
  }

  private IntrospectedTokensBuilder builder() {
    return new IntrospectedTokensBuilder()
        .uri(issuer.uri("/introspect"))
        .clientId("bank")
        .clientSecret("s3cret")
        .issuer("https://id.example")
        .audience("https://api.example")
        .clock(now::get);
  }

  private static Map<String, String> response() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("active", "true");
    members.putAll(Tokens.claims());
    members.put("token_type", "\"Bearer\"");
    return members;
  }

  private static Map<String, String> responseWith(String name, String json) {
    Map<String, String> members = response();
    members.put(name, json);
    return members;
  }

  private void answer(Map<String, String> members) {
    issuer.answerJson(Tokens.json(members));
  }

  private Authentication with(String name, String json) {
    answer(responseWith(name, json));
    return tokens.verify("opaque-" + name + json.hashCode());
  }

  private static void assertUndecidable(Authentication authentication, String cause) {
    assertThat(authentication).isInstanceOf(Authentication.Undecidable.class);
    assertThat(((Authentication.Undecidable) authentication).cause()).contains(cause);
  }

  @Test
  void anActiveTokenSaysWhoCalls() {
    Map<String, String> members = response();
    members.put("client_id", "\"app\"");
    members.put("scope", "\"accounts:read transfers:write\"");
    members.put("roles", "[\"customer\"]");
    members.put("username", "\"ignored\"");
    answer(members);
    assertThat(accepted(tokens.verify("opaque")))
        .isEqualTo(
            Caller.of(Scheme.BEARER, "https://id.example", "alice")
                .clientId("app")
                .credentialId("token-1")
                .roles(Set.of("customer"))
                .scopes(Set.of("accounts:read", "transfers:write"))
                .issuedAt(Tokens.NOW)
                .expiresAt(Tokens.NOW.plusSeconds(900))
                .build());
  }

  @Test
  void theIssuerIsAskedAsRfc7662AndRfc6749Say() {
    AtomicReference<String> seen = new AtomicReference<>();
    issuer.handle(
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          seen.set(
              String.join(
                  "|",
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().toString(),
                  exchange.getRequestHeaders().getFirst("Content-Type"),
                  exchange.getRequestHeaders().getFirst("Accept"),
                  exchange.getRequestHeaders().getFirst("Authorization"),
                  body));
          TestServer.answer(exchange, 200, "application/json", "{\"active\":false}");
        });
    tokens = builder().clientId("b:nk+1").clientSecret("s c:r\u00e9t%").build();
    tokens.verify("a+b/c==");
    String basic =
        Base64.getEncoder()
            .encodeToString("b%3Ank%2B1:s+c%3Ar%C3%A9t%25".getBytes(StandardCharsets.US_ASCII));
    assertThat(seen)
        .hasValue(
            "POST|/introspect|application/x-www-form-urlencoded|application/json|Basic "
                + basic
                + "|token=a%2Bb%2Fc%3D%3D&token_type_hint=access_token");
  }

  @Test
  void aSecretThatRotatesIsUsedFromTheNextRequestOn() {
    AtomicReference<String> seen = new AtomicReference<>();
    issuer.handle(
        exchange -> {
          seen.set(exchange.getRequestHeaders().getFirst("Authorization"));
          TestServer.answer(exchange, 200, "application/json", "{\"active\":false}");
        });
    AtomicReference<SecretValue> secret = new AtomicReference<>(SecretValue.of("s", "old"));
    tokens = builder().clientSecret(secret::get).build();
    tokens.verify("a");
    assertThat(seen).hasValue("Basic " + base64("bank:old"));
    secret.set(SecretValue.of("s", "new"));
    tokens.verify("a");
    assertThat(seen).hasValue("Basic " + base64("bank:new"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aTokenThatIsNotActiveIsRejected() {
    issuer.answerJson("{\"active\":false}");
    assertRejected(tokens.verify("opaque"), "not active");
    answer(responseWith("active", "false"));
    assertRejected(tokens.verify("opaque"), "not active");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "1", "null", "[true]", "{}", "\"\""})
  void whatIsActiveInAnyOtherWordsIsNotAccepted(String active) {
    assertUndecidable(with("active", active), "'active'");
  }

  @Test
  void withoutActiveNothingIsAccepted() {
    Map<String, String> members = response();
    members.remove("active");
    answer(members);
    assertUndecidable(tokens.verify("opaque"), "'active'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aud", "sub", "exp"})
  void aTokenWithoutAMandatoryClaimIsRejected(String claim) {
    Map<String, String> members = response();
    members.remove(claim);
    answer(members);
    assertRejected(tokens.verify("opaque"), "the token has no '" + claim + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "aud, '\"https://other.example\"', another audience",
    "aud, '[]', another audience",
    "iss, '\"https://evil.example\"', another issuer",
    "iss, 'null', 'iss'",
    "exp, '\"1\"', 'exp'",
    "exp, '1', expired",
    "nbf, '9999999999', not valid yet",
    "sub, 'null', 'sub'",
    "sub, '\" \"', 'sub'",
    "cnf, '{\"jwk\":{}}', 'cnf'",
    "cnf, '{\"kc-jkt-type\":\"DPoP\"}', 'cnf'",
    "scope, '7', 'scope'"
  })
  void aClaimThatIsWrongIsRejected(String claim, String json, String cause) {
    assertRejected(with(claim, json), cause);
  }

  @ParameterizedTest
  @CsvSource({
    "token_type, N_A",
    "token_type, mac",
    "token_use, refresh_token",
    "typ, Refresh",
    "typ, ID",
    "typ, Offline",
    "typ, logout+jwt"
  })
  void aRefreshTokenOrIdTokenIsNoAccessTokenHoweverActive(String member, String value) {
    assertRejected(with(member, "\"" + value + "\""), "'" + member + "'");
  }

  @Test
  void aTokenMayLeaveOutWhatTheIssuerNeedNotSay() {
    Map<String, String> members = response();
    members.remove("iss");
    members.remove("jti");
    members.remove("iat");
    members.remove("token_type");
    answer(members);
    Caller caller = accepted(tokens.verify("opaque"));
    assertThat(caller.issuer()).isEqualTo("https://id.example");
    assertThat(caller.credentialId()).startsWith("sha256:").doesNotContain("opaque");
  }

  @Test
  void aTokenWithoutSubjectSpeaksForItsClientOnlyWhereThatIsConfigured() {
    Map<String, String> members = responseWith("client_id", "\"batch\"");
    members.remove("sub");
    answer(members);
    assertRejected(tokens.verify("opaque"), "no 'sub'");
    tokens = builder().clientAsSubject(true).build();
    assertThat(accepted(tokens.verify("opaque")).subject()).isEqualTo("batch");
    members.put("sub", "\"alice\"");
    answer(members);
    assertThat(accepted(tokens.verify("other")).subject()).isEqualTo("alice");
    members.put("sub", "null");
    answer(members);
    assertRejected(tokens.verify("third"), "'sub'");
    members.remove("sub");
    members.remove("client_id");
    answer(members);
    assertRejected(tokens.verify("fourth"), "no 'sub'");
    members.put("azp", "\"nightly\"");
    answer(members);
    assertThat(accepted(tokens.verify("fifth")).subject()).isEqualTo("nightly");
  }

  @Test
  void rolesAreReadFromPathsAndAddUp() {
    tokens = builder().rolesClaims(List.of("realm_access.roles", "groups")).build();
    Map<String, String> members = responseWith("realm_access", "{\"roles\":[\"teller\"]}");
    members.put("groups", "\"staff\"");
    answer(members);
    assertThat(accepted(tokens.verify("opaque")).roles())
        .containsExactlyInAnyOrder("teller", "staff");
  }

  @Test
  void theKeyThatATokenIsBoundToIsHandedOn() {
    String thumbprint = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";
    String unknown = ",\"kc-jkt-type\":\"DPoP\"}";
    assertThat(accepted(with("cnf", "{\"jkt\":\"" + thumbprint + "\"" + unknown)).confirmation())
        .isEqualTo(new Confirmation(null, thumbprint));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "=",
        "a b",
        " a",
        "a\n",
        "a=b",
        "a&token=b",
        "a\u00e9",
        "a\u0000",
        "\ud83d\ude00",
        "a,b",
        "a%20"
      })
  void whatNoTokenLooksLikeIsNotAskedAbout(String token) {
    answer(response());
    assertThat(tokens.verify(token)).isInstanceOf(Authentication.Rejected.class);
    assertThat(issuer.requests()).isZero();
  }

  @Test
  void aTokenIsAskedAboutUpToItsGreatestLengthAndNotBeyond() {
    answer(response());
    accepted(tokens.verify("a".repeat(8_192)));
    assertRejected(tokens.verify("a".repeat(8_193)), "longer than 8192");
    assertThat(issuer.requests()).isEqualTo(1);
  }

  @Test
  void anActiveTokenIsRememberedForHalfAMinute() {
    answer(response());
    for (int i = 0; i < 100; i++) {
      accepted(tokens.verify("opaque"));
    }
    assertThat(issuer.requests()).isEqualTo(1);
    accepted(tokens.verify("other"));
    assertThat(issuer.requests()).isEqualTo(2);
    issuer.answerJson("{\"active\":false}");
    now.set(Tokens.NOW.plusSeconds(30).minusMillis(1));
    accepted(tokens.verify("opaque"));
    now.set(Tokens.NOW.plusSeconds(30));
    assertRejected(tokens.verify("opaque"), "not active");
  }

  @Test
  void onlyAnActiveTokenThatIsRememberedIsToldWithoutAsking() {
    answer(response());
    assertThat(tokens.remembered("opaque")).isNull();
    Authentication verified = tokens.verify("opaque");
    assertThat(tokens.remembered("opaque")).isEqualTo(verified);
    assertThat(tokens.remembered("")).isNull();
    issuer.answerJson("{\"active\":false}");
    tokens.verify("ended");
    assertThat(tokens.remembered("ended")).isNull();
    assertThat(issuer.requests()).isEqualTo(2);
    now.set(Tokens.NOW.plusSeconds(30));
    assertThat(tokens.remembered("opaque")).isNull();
  }

  @Test
  void anActiveTokenIsNotRememberedBeyondItsEnd() {
    answer(responseWith("exp", "" + (Tokens.NOW_SECONDS + 10)));
    accepted(tokens.verify("opaque"));
    now.set(Tokens.NOW.plusSeconds(9));
    accepted(tokens.verify("opaque"));
    assertThat(issuer.requests()).isEqualTo(1);
    now.set(Tokens.NOW.plusSeconds(10));
    tokens.verify("opaque");
    assertThat(issuer.requests()).isEqualTo(2);
  }

  @Test
  void whatIsRememberedIsNotBelievedAfterTheClockWasPutBack() {
    answer(response());
    accepted(tokens.verify("opaque"));
    now.set(Tokens.NOW.minusSeconds(20));
    accepted(tokens.verify("opaque"));
    assertThat(issuer.requests()).isEqualTo(2);
  }

  @Test
  void rememberingCanBeSwitchedOff() {
    tokens = builder().cacheFor(Duration.ZERO).build();
    answer(response());
    accepted(tokens.verify("opaque"));
    accepted(tokens.verify("opaque"));
    assertThat(issuer.requests()).isEqualTo(2);
  }

  @Test
  void aRefusedTokenIsAskedAboutAgainUnlessConfigured() {
    issuer.answerJson("{\"active\":false}");
    tokens.verify("opaque");
    tokens.verify("opaque");
    assertThat(issuer.requests()).isEqualTo(2);
    tokens = builder().cacheInactiveFor(Duration.ofSeconds(5)).build();
    tokens.verify("opaque");
    assertRejected(tokens.verify("opaque"), "not active");
    assertThat(issuer.requests()).isEqualTo(3);
    now.set(Tokens.NOW.plusSeconds(5));
    answer(response());
    accepted(tokens.verify("opaque"));
  }

  @Test
  void aTextFormHoldsNeitherSecretNorToken() {
    answer(response());
    assertThat(tokens.toString()).doesNotContain("s3cret");
    assertThat(new ClientCredentials("bank", () -> SecretValue.of("s", "s3cret")).toString())
        .doesNotContain("s3cret");
    assertThat(tokens.verify("opaque-text").toString()).doesNotContain("opaque-text");
    assertThat(with("exp", "\"t0ken-claim\"").toString()).doesNotContain("t0ken-claim");
  }
}
