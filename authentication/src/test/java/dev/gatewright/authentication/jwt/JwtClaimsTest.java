package dev.gatewright.authentication.jwt;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static dev.gatewright.testing.Tokens.NOW;
import static dev.gatewright.testing.Tokens.NOW_SECONDS;
import static dev.gatewright.testing.Tokens.claimsWith;
import static dev.gatewright.testing.Tokens.claimsWithout;
import static dev.gatewright.testing.Tokens.signed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.Confirmation;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtClaimsTest {
  private final JwtAccessTokens authenticator = Tokens.authenticator();

  private Authentication with(String claim, String json) {
    return authenticator.verify(signed(claimsWith(claim, json)));
  }

  @Test
  void aRightTokenSaysWhoCalls() {
    Map<String, String> claims = Tokens.claims();
    claims.put("client_id", "\"app\"");
    claims.put("auth_time", "" + (NOW_SECONDS - 60));
    claims.put("roles", "[\"customer\",\"admin\"]");
    claims.put("scope", "\"accounts:read transfers:write\"");
    claims.put("amr", "[\"pwd\",\"otp\",\"mfa\"]");

    Caller caller = accepted(authenticator.verify(signed(claims)));

    assertThat(caller)
        .isEqualTo(
            Caller.of(Scheme.BEARER, "https://id.example", "alice")
                .clientId("app")
                .credentialId("token-1")
                .roles(Set.of("customer", "admin"))
                .scopes(Set.of("accounts:read", "transfers:write"))
                .mfa(true)
                .authenticatedAt(NOW.minusSeconds(60))
                .issuedAt(NOW)
                .expiresAt(NOW.plusSeconds(900))
                .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "sub", "exp"})
  void aTokenWithoutAMandatoryClaimIsRejected(String claim) {
    assertRejected(
        authenticator.verify(signed(claimsWithout(claim))), "the token has no '" + claim + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iss",
        "aud",
        "sub",
        "exp",
        "iat",
        "nbf",
        "jti",
        "auth_time",
        "client_id",
        "azp",
        "roles",
        "scope",
        "scp",
        "amr",
        "acr"
      })
  void aClaimOfTheWrongTypeIsRejectedAndNullIsOne(String claim) {
    assertRejected(with(claim, "null"), "'" + claim + "' is no");
    assertRejected(with(claim, "true"), "'" + claim + "' is no");
    assertRejected(with(claim, "{\"a\":1}"), "'" + claim + "' is no");
    assertRejected(with(claim, "[7]"), "'" + claim + "' is no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "iat", "nbf", "auth_time"})
  void aDateAsTextIsRejected(String claim) {
    assertRejected(with(claim, "\"" + NOW_SECONDS + "\""), "'" + claim + "' is no number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "1e400",
        "-1e400",
        "1768478400000",
        "1e18",
        "99999999999999999999",
        "2.6e11"
      })
  void aDateThatIsNotFiniteOrNotInSecondsIsRejected(String date) {
    for (String claim : new String[] {"exp", "iat", "nbf", "auth_time"}) {
      assertRejected(with(claim, date), "'" + claim + "' is no date in seconds");
    }
  }

  @Test
  void aDateMayHaveAFraction() {
    Caller caller = accepted(with("iat", NOW_SECONDS + ".25"));
    assertThat(caller.issuedAt()).isEqualTo(NOW.plusMillis(250));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"https://id.example/\"",
        "\"https://ID.example\"",
        "\"https://evil.example\"",
        "\"https://id.example \"",
        "\"https://id.exampl\\u0435\""
      })
  void aTokenOfAnotherIssuerIsRejected(String issuer) {
    assertRejected(with("iss", issuer), "another issuer");
  }

  @Test
  void theIssuerMayNotBeAnArray() {
    assertRejected(with("iss", "[\"https://id.example\"]"), "'iss' is no string");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"https://api.example/\"",
        "\"https://api\"",
        "[]",
        "[\"other\"]",
        "[\"other\",\"more\"]"
      })
  void aTokenForAnotherAudienceIsRejected(String audience) {
    assertRejected(with("aud", audience), "another audience");
  }

  @Test
  void anotherAudienceIsShownBesideTheAcceptedOne() {
    assertRejected(
        with("aud", "[\"account\",\"caf\u00e9\"]"),
        "its 'aud' is [account, caf?], and accepted is [https://api.example]");
    assertRejected(with("aud", "\"" + "a".repeat(300) + "\""), "a..., and accepted is ");
  }

  @Test
  void aSlashTooMuchIsTold() {
    assertRejected(
        with("iss", "\"https://id.example/\""),
        "its 'iss' differs from 'https://id.example' only in the slash at the end");
  }

  @Test
  void oneOfSeveralAudiencesIsEnough() {
    accepted(with("aud", "[\"other\",\"https://api.example\"]"));
    JwtAccessTokens two =
        new JwtAccessTokens(
            Tokens.settings()
                .audience("second")
                .key(TestKeys.verifying(JwtAlgorithm.HS256))
                .build());
    accepted(two.verify(signed(claimsWith("aud", "\"second\""))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"\"", "\" \"", "\"a\\nb\"", "\"a\\u0000\"", "\"\\ud800\"", "\"\\udc00x\""})
  void aSubjectThatCouldForgeALogLineOrPassForAnotherIsRejected(String subject) {
    assertRejected(with("sub", subject), "'sub' is blank or holds control characters");
  }

  @Test
  void aSubjectMayBeOfAnyScript() {
    assertThat(accepted(with("sub", "\"\u5f20\u4e09 \\ud83d\\ude00\"")).subject())
        .isEqualTo("\u5f20\u4e09 \ud83d\ude00");
  }

  @ParameterizedTest
  @CsvSource({"-29, true", "-30, false", "-31, false", "0, true"})
  void aTokenEndsWithItsExpiryAndTheSkew(long secondsFromNow, boolean accepted) {
    Map<String, String> claims = claimsWith("exp", "" + (NOW_SECONDS + secondsFromNow));
    claims.put("iat", "" + (NOW_SECONDS - 600));
    Authentication authentication = authenticator.verify(signed(claims));
    if (accepted) {
      accepted(authentication);
    } else {
      assertRejected(authentication, "expired");
    }
  }

  @ParameterizedTest
  @CsvSource({"30, true", "31, false", "86400, false"})
  void aTokenFromTheFutureIsRejectedBeyondTheSkew(long secondsFromNow, boolean accepted) {
    for (String claim : new String[] {"iat", "nbf", "auth_time"}) {
      Map<String, String> claims = claimsWith(claim, "" + (NOW_SECONDS + secondsFromNow));
      Authentication authentication = authenticator.verify(signed(claims));
      if (accepted) {
        accepted(authentication);
      } else {
        assertThat(authentication).isInstanceOf(Authentication.Rejected.class);
      }
    }
  }

  @Test
  void aTokenThatIsNotValidYetIsRejected() {
    assertRejected(with("nbf", "" + (NOW_SECONDS + 31)), "not valid yet");
    assertRejected(with("iat", "" + (NOW_SECONDS + 31)), "issued in the future");
    assertRejected(with("auth_time", "" + (NOW_SECONDS + 31)), "'auth_time' is in the future");
  }

  @Test
  void aTokenThatLivesTooLongIsRejected() {
    accepted(with("exp", "" + (NOW_SECONDS + 900)));
    assertRejected(with("exp", "" + (NOW_SECONDS + 901)), "lives longer than the 900 s");
    Map<String, String> nearlyOver = claimsWith("iat", "" + (NOW_SECONDS - 86_400));
    nearlyOver.put("exp", "" + (NOW_SECONDS + 60));
    assertRejected(authenticator.verify(signed(nearlyOver)), "lives longer");
  }

  @Test
  void aTokenThatDoesNotSayWhenItWasIssuedMayHaveALifetimeLeftAndNoMore() {
    Map<String, String> claims = claimsWithout("iat");
    accepted(authenticator.verify(signed(claims)));
    claims.put("exp", "" + (NOW_SECONDS + 930));
    accepted(authenticator.verify(signed(claims)));
    claims.put("exp", "" + (NOW_SECONDS + 931));
    assertRejected(authenticator.verify(signed(claims)), "lives longer");
  }

  @Test
  void aTokenThatEndedBeforeItWasIssuedIsRejected() {
    Map<String, String> claims = claimsWith("iat", "" + (NOW_SECONDS + 20));
    claims.put("exp", "" + (NOW_SECONDS + 10));
    assertRejected(authenticator.verify(signed(claims)), "ended before it was issued");
  }

  @Test
  void noSkewMakesADateOptionalOrEndless() {
    JwtAccessTokens lenient =
        new JwtAccessTokens(
            Tokens.settings()
                .key(TestKeys.verifying(JwtAlgorithm.HS256))
                .clockSkew(TrustedIssuer.MAX_CLOCK_SKEW)
                .build());
    assertRejected(lenient.verify(signed(claimsWithout("exp"))), "no 'exp'");
    Map<String, String> ended = claimsWith("exp", "" + (NOW_SECONDS - 120));
    ended.put("iat", "" + (NOW_SECONDS - 300));
    assertRejected(lenient.verify(signed(ended)), "expired");
  }

  @Test
  void theLifetimeThatIsAcceptedCanBeChosen() {
    JwtAccessTokens patient =
        new JwtAccessTokens(
            Tokens.settings()
                .key(TestKeys.verifying(JwtAlgorithm.HS256))
                .maxLifetime(Duration.ofHours(1))
                .build());
    accepted(patient.verify(signed(claimsWith("exp", "" + (NOW_SECONDS + 3_600)))));
    assertRejected(
        patient.verify(signed(claimsWith("exp", "" + (NOW_SECONDS + 3_601)))),
        "lives longer than the 3600 s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scope", "scp"})
  void scopesComeAsTextOrAsArray(String claim) {
    assertThat(accepted(with(claim, "\"a:read b\"")).scopes())
        .containsExactlyInAnyOrder("a:read", "b");
    assertThat(accepted(with(claim, "[\"a:read\",\"b\"]")).scopes())
        .containsExactlyInAnyOrder("a:read", "b");
    assertThat(accepted(with(claim, "\"\"")).scopes()).isEmpty();
    assertThat(accepted(with(claim, "[]")).scopes()).isEmpty();
    assertThat(accepted(with(claim, "\" a  a \"")).scopes()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"a\\tb\"", "[\"a b\"]", "[\"\"]", "\"a\\\"b\"", "\"\u00e9\"", "[[\"a\"]]"})
  void whatIsNoScopeIsRejected(String scopes) {
    assertRejected(with("scope", scopes), "'scope'");
  }

  @Test
  void scopeWinsOverScpInsteadOfAddingToIt() {
    Map<String, String> claims = claimsWith("scope", "\"read\"");
    claims.put("scp", "[\"admin\"]");
    assertThat(accepted(authenticator.verify(signed(claims))).scopes()).containsExactly("read");
  }

  @Test
  void aRoleAsTextIsOneRoleWhateverBlanksItHas() {
    assertThat(accepted(with("roles", "\"not admin\"")).roles()).containsExactly("not admin");
  }

  @Test
  void rolesAreReadFromTheClaimThatIsConfigured() {
    JwtAccessTokens configured =
        new JwtAccessTokens(
            Tokens.settings()
                .key(TestKeys.verifying(JwtAlgorithm.HS256))
                .rolesClaim("https://example.com/groups")
                .build());
    Map<String, String> claims = claimsWith("https://example.com/groups", "[\"staff\"]");
    claims.put("roles", "[\"admin\"]");
    assertThat(accepted(configured.verify(signed(claims))).roles()).containsExactly("staff");
  }

  private static Authentication withRolesAt(List<String> rolesClaims, String claims) {
    JwtAccessTokens configured =
        new JwtAccessTokens(
            Tokens.settings()
                .key(TestKeys.verifying(JwtAlgorithm.HS256))
                .rolesClaims(rolesClaims)
                .build());
    String others = Tokens.json(Tokens.claims());
    return configured.verify(
        signed(Tokens.HEADER, others.substring(0, others.length() - 1) + "," + claims + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "realm_access.roles | 'realm_access':{'roles':['a','b']} | a b",
        "realm_access.roles | 'realm_access':{'roles':'a'} | a",
        "realm_access.roles | 'realm_access':{} | ``",
        "realm_access.roles | 'other':1 | ``",
        "resource_access.bank.roles | 'resource_access':{'bank':{'roles':['a']}} | a",
        "resource_access.bank.roles | 'resource_access':{'shop':{'roles':['a']}} | ``",
        // A name with dots wins over a path, wherever it is.
        "realm_access.roles | 'realm_access.roles':['a'],'realm_access':{'roles':['b']} | a",
        "https://example.com/roles | 'https://example.com/roles':['a'] | a",
        "x.https://example.com/roles | 'x':{'https://example.com/roles':['a']} | a",
        "access.bank.example.roles | 'access':{'bank.example':{'roles':['a']}} | a",
        "access.a.b.roles | 'access':{'a.b':{'roles':['a']},'a':{'b':{'roles':['b']}}} | a",
        // Several add up.
        "roles;cognito:groups | 'roles':['a'],'cognito:groups':['b','a'] | a b",
        "roles;realm_access.roles | 'realm_access':{'roles':['a']} | a"
      })
  void rolesAreReadFromAPathOrAName(String claims, String json, String roles) {
    Authentication answer = withRolesAt(List.of(claims.split(";")), json.replace('\'', '"'));
    assertThat(String.join(" ", new TreeSet<>(accepted(answer).roles()))).isEqualTo(roles);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'realm_access':[]",
        "'realm_access':null",
        "'realm_access':'roles'",
        "'realm_access':{'roles':null}",
        "'realm_access':{'roles':[1]}",
        "'realm_access':{'roles':{'a':true}}"
      })
  void aPathThatLeadsToNoRolesIsRefusedRatherThanGuessed(String json) {
    assertRejected(withRolesAt(List.of("realm_access.roles"), json.replace('\'', '"')), "s 'r");
  }

  private static Authentication withChosen(String name, String claims) {
    JwtAccessTokens configured =
        new JwtAccessTokens(
            Tokens.settings()
                .key(TestKeys.verifying(JwtAlgorithm.HS256))
                .claims(List.of(name))
                .build());
    String others = Tokens.json(Tokens.claims());
    return configured.verify(
        signed(Tokens.HEADER, others.substring(0, others.length() - 1) + "," + claims + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tenant | 'tenant':'acme' | acme",
        "tenant | 'tenant':['b','a'] | a b",
        "tenant | 'tenant':42 | 42",
        "tenant | 'tenant':true | true",
        "tenant | 'tenant':[1,'one',false] | 1 false one",
        "tenant | 'tenant':null | ``",
        "tenant | 'tenant':'' | ``",
        "tenant | 'other':'acme' | ``",
        "address.country | 'address':{'country':'DE'} | DE",
        "https://example.com/plan | 'https://example.com/plan':'pro' | pro",
      })
  void aPolicyReadsTheClaimsThatWereChosen(String name, String json, String said) {
    Caller caller = accepted(withChosen(name, json.replace('\'', '"')));
    assertThat(String.join(" ", new TreeSet<>(caller.claim(name)))).isEqualTo(said);
    assertThat(caller.claim("sub")).as("not chosen").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'tenant':{'a':1}", "'tenant':1.5", "'tenant':[['a']]", "'tenant':'a\\n'"})
  void aChosenClaimThatIsNoTextIsRefusedRatherThanGuessed(String json) {
    assertRejected(withChosen("tenant", json.replace('\'', '"')), "'tenant'");
  }

  @Test
  void aTokenWithoutSubjectSpeaksForItsClientOnlyWhereThatIsConfigured() {
    JwtAccessTokens configured =
        new JwtAccessTokens(
            Tokens.settings()
                .key(TestKeys.verifying(JwtAlgorithm.HS256))
                .clientAsSubject(true)
                .build());
    Map<String, String> machine = Tokens.claimsWithout("sub");
    assertRejected(configured.verify(signed(machine)), "no 'sub'");
    machine.put("azp", "\"batch\"");
    assertRejected(authenticator.verify(signed(machine)), "no 'sub'");
    assertThat(accepted(configured.verify(signed(machine))).subject()).isEqualTo("batch");
    machine.put("client_id", "\"nightly\"");
    assertThat(accepted(configured.verify(signed(machine))).subject()).isEqualTo("nightly");
    machine.put("sub", "\"alice\"");
    assertThat(accepted(configured.verify(signed(machine))).subject()).isEqualTo("alice");
    machine.put("sub", "null");
    assertRejected(configured.verify(signed(machine)), "'sub'");
  }

  @Test
  void onlyMfaInAmrCountsAsMoreThanOneFactorHere() {
    assertThat(accepted(with("amr", "[\"pwd\",\"otp\"]")).mfa()).isFalse();
    assertThat(accepted(with("amr", "[\"MFA\"]")).mfa()).isFalse();
    assertThat(accepted(with("amr", "[\"mfa\"]")).mfa()).isTrue();
    assertThat(accepted(with("acr", "\"1\"")).mfa()).isFalse();
  }

  @Test
  void theContextClassIsHandedOnAsItIs() {
    assertThat(accepted(with("acr", "\"phrh\"")).acr()).isEqualTo("phrh");
    assertThat(accepted(authenticator.verify(signed(Tokens.claims()))).acr()).isNull();
  }

  @Test
  void theClientIsClientIdOrElseAzp() {
    assertThat(accepted(with("azp", "\"app\"")).clientId()).isEqualTo("app");
    Map<String, String> both = claimsWith("azp", "\"app\"");
    both.put("client_id", "\"other\"");
    assertThat(accepted(authenticator.verify(signed(both))).clientId()).isEqualTo("other");
  }

  @Test
  void theKeyThatATokenIsBoundToIsHandedOn() {
    String thumbprint = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";
    assertThat(accepted(with("cnf", "{\"jkt\":\"" + thumbprint + "\"}")).confirmation())
        .isEqualTo(new Confirmation(null, thumbprint));
    assertThat(accepted(with("cnf", "{\"x5t#S256\":\"" + thumbprint + "\"}")).confirmation())
        .isEqualTo(new Confirmation(thumbprint, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"kc-jkt-type\":\"DPoP\"", "\"x\":1", "\"kid\":null"})
  void whatIsUnknownBesideAConfirmationThatIsCheckedIsIgnored(String member) {
    String thumbprint = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";
    String confirmation = "{" + member + ",\"jkt\":\"" + thumbprint + "\"}";
    assertThat(accepted(with("cnf", confirmation)).confirmation())
        .isEqualTo(new Confirmation(null, thumbprint));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "\"jkt\"",
        "{\"jkt\":null}",
        "{\"jkt\":\"\"}",
        "{\"jkt\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4\"}",
        "{\"jkt\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uigu\"}",
        "{\"x5t#S256\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uigu\"}",
        "{\"jkt\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I=\"}",
        "{\"jwk\":{\"kty\":\"EC\"}}",
        "{\"kid\":\"k\"}",
        "{\"kc-jkt-type\":\"DPoP\"}",
        "{\"jkt\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I\",\"x5t#S256\":1}",
        "{\"jkt\":\"short\",\"kc-jkt-type\":\"DPoP\"}"
      })
  void aConfirmationThatNobodyCouldCheckIsRefused(String confirmation) {
    assertRejected(with("cnf", confirmation), "'cnf'");
  }

  @Test
  void aTokenWithoutIdIsNamedByTheHashOfWhatWasSigned() {
    String token = signed(Tokens.claimsWithout("jti"));
    String id = accepted(authenticator.verify(token)).credentialId();
    assertThat(id).startsWith("sha256:").hasSize("sha256:".length() + 43);
    assertThat(accepted(authenticator.verify(signed(Tokens.claimsWith("jti", "\"t\"")))))
        .extracting(Caller::credentialId)
        .isEqualTo("t");
  }

  @Test
  void aCauseHoldsNothingOfTheTokenButItsAudienceIssuerAndTimes() {
    String secret = "s3cret-value";
    for (String claim : new String[] {"exp", "iat", "sub", "scope", "cnf"}) {
      Authentication authentication = with(claim, "[\"" + secret + "\\n\"]");
      assertThat(authentication).isInstanceOf(Authentication.Rejected.class);
      assertThat(authentication.toString()).doesNotContain(secret);
    }
    assertThat(authenticator.verify(signed("{\"alg\":\"" + secret + "\"}", "{}")).toString())
        .doesNotContain(secret);
    assertThat(authenticator.verify(secret).toString()).doesNotContain(secret);
  }
}
