package dev.gatewright.authentication.jwt;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class JwtIssuersTest {
  private static final SigningKey OTHER =
      new SigningKey(null, JwtAlgorithm.HS256, TestKeys.OTHER_SECRET);

  private final TrustedIssuer first =
      Tokens.settings().key(TestKeys.verifying(JwtAlgorithm.HS256)).build();
  private final TrustedIssuer second =
      Tokens.settings()
          .issuer("https://other.example")
          .key(VerificationKey.of(JwtAlgorithm.HS256, TestKeys.OTHER_SECRET))
          .build();
  private final JwtAccessTokens both =
      JwtAccessTokens.builder().issuer(first).issuer(second).build();

  @Test
  void eachIssuersTokensAreVerifiedWithItsOwnKeysOnly() {
    String otherClaims = Tokens.json(Tokens.claimsWith("iss", "\"https://other.example\""));
    assertThat(accepted(both.verify(Tokens.signed(Tokens.claims()))).issuer())
        .isEqualTo("https://id.example");
    assertThat(accepted(both.verify(Tokens.signed(OTHER, Tokens.HEADER, otherClaims))).issuer())
        .isEqualTo("https://other.example");
    assertRejected(
        both.verify(Tokens.signed(OTHER, Tokens.HEADER, Tokens.json(Tokens.claims()))),
        "signature is wrong");
    assertRejected(both.verify(Tokens.signed(Tokens.HEADER, otherClaims)), "signature is wrong");
  }

  @Test
  void aTokenOfNoneOfTheIssuersIsRejected() {
    assertRejected(
        both.verify(Tokens.signed(Tokens.claimsWith("iss", "\"https://evil.example\""))),
        "another issuer");
    assertRejected(both.verify(Tokens.signed(Tokens.claimsWithout("iss"))), "no 'iss'");
  }

  @Test
  void withOneIssuerClaimsAreNotEvenParsedBeforeTheSignatureIsVerified() {
    String forged = Tokens.signed(OTHER, Tokens.HEADER, "this is no JSON");
    assertRejected(Tokens.authenticator().verify(forged), "signature is wrong");
    assertRejected(both.verify(forged), "a part of the token");
  }

  @Test
  void aTokenThatNamesNoKeyIsTriedWithFewKeysOnly() {
    List<VerificationKey> keys = new ArrayList<>();
    for (int i = 1; i < SignatureCheck.MAX_TRIES; i++) {
      keys.add(VerificationKey.of(JwtAlgorithm.HS256, TestKeys.secret(32)));
    }
    keys.add(TestKeys.verifying(JwtAlgorithm.HS256));
    keys.add(TestKeys.verifying(JwtAlgorithm.ES256));
    String token = Tokens.signed(Tokens.claims());
    accepted(with(keys).verify(token));

    keys.add(VerificationKey.of("named", JwtAlgorithm.HS256, TestKeys.secret(32)));
    assertRejected(with(keys).verify(token), "more than 4 keys could have signed it");
  }

  private static JwtAccessTokens with(List<VerificationKey> keys) {
    return new JwtAccessTokens(Tokens.settings().keys(KeySource.of(keys)).build());
  }

  @Test
  void everyOptionThatIsMissingOrOutOfBoundsIsNamed() {
    assertNames("issuers", () -> JwtAccessTokens.builder().build());
    assertNames("issuers", () -> JwtAccessTokens.builder().issuer(first).issuer(first).build());
    for (int length : new int[] {63, 65_537}) {
      assertNames("maxTokenLength", () -> builder().maxTokenLength(length).build());
    }
    for (int size : new int[] {-1, 1_000_001}) {
      assertNames("cacheSize", () -> builder().cacheSize(size).build());
    }
    for (Duration duration : new Duration[] {Duration.ZERO, Duration.ofMinutes(61)}) {
      assertNames("cacheDuration", () -> builder().cacheDuration(duration).build());
    }
  }

  private JwtAccessTokens.Builder builder() {
    return JwtAccessTokens.builder().issuer(first);
  }

  private static void assertNames(String option, ThrowingCallable start) {
    assertThatThrownBy(start)
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("Fix:")
        .extracting(e -> ((InvalidOptionException) e).option())
        .isEqualTo(option);
  }
}
