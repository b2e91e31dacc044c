package dev.gatewright.authentication.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedIssuerTest {
  private final VerificationKey key = TestKeys.verifying(JwtAlgorithm.HS256);

  private static void assertNames(String option, ThrowingCallable start) {
    assertThatThrownBy(start)
        .isInstanceOf(InvalidOptionException.class)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + option + "'")
        .hasMessageContaining("Fix:")
        .extracting(e -> ((InvalidOptionException) e).option())
        .isEqualTo(option);
  }

  @Test
  void everyMandatoryOptionThatIsMissingIsNamed() {
    assertNames("issuer", () -> TrustedIssuer.builder().audience("a").key(key).build());
    assertNames("issuer", () -> Tokens.settings().issuer(null).key(key).build());
    assertNames("issuer", () -> Tokens.settings().issuer(" ").key(key).build());
    assertNames("audience", () -> TrustedIssuer.builder().issuer("i").key(key).build());
    assertNames("audience", () -> Tokens.settings().audience("").key(key).build());
    assertNames("keys", () -> Tokens.settings().build());
  }

  @Test
  void everyOptionOutOfBoundsIsNamed() {
    assertNames(
        "clockSkew", () -> Tokens.settings().key(key).clockSkew(Duration.ofSeconds(121)).build());
    assertNames(
        "clockSkew", () -> Tokens.settings().key(key).clockSkew(Duration.ofSeconds(-1)).build());
    assertNames("maxLifetime", () -> Tokens.settings().key(key).maxLifetime(Duration.ZERO).build());
    assertNames(
        "maxLifetime", () -> Tokens.settings().key(key).maxLifetime(Duration.ofDays(367)).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sub", "scope", "aud", "exp", "cnf.jkt", ".roles", "realm_access.", "a..b"})
  void rolesCannotBeReadFromAClaimThatMeansSomethingElse(String claim) {
    assertNames("rolesClaim", () -> Tokens.settings().key(key).rolesClaim(claim).build());
    List<String> several = List.of("roles", claim);
    assertNames("rolesClaim", () -> Tokens.settings().key(key).rolesClaims(several).build());
  }

  @Test
  void rolesAreReadFromOneClaimToSixteen() {
    assertNames("rolesClaim", () -> Tokens.settings().key(key).rolesClaims(List.of()).build());
    List<String> tooMany = Collections.nCopies(17, "roles");
    assertNames("rolesClaim", () -> Tokens.settings().key(key).rolesClaims(tooMany).build());
  }

  @Test
  void keysThatShareAnIdAreRefused() {
    VerificationKey one = VerificationKey.of("k", JwtAlgorithm.HS256, TestKeys.SECRET);
    VerificationKey two = VerificationKey.of("k", JwtAlgorithm.RS256, TestKeys.RSA.getPublic());
    assertNames("keys", () -> Tokens.settings().key(one).key(two).build());
  }

  @Test
  void keysWithoutIdMayBeSeveral() {
    assertThat(
            Tokens.settings()
                .key(key)
                .key(VerificationKey.of(JwtAlgorithm.HS256, TestKeys.OTHER_SECRET))
                .build())
        .isNotNull();
  }

  @Test
  void aBlankOrOverlongKeyIdIsRefused() {
    assertNames("keyId", () -> VerificationKey.of(" ", JwtAlgorithm.HS256, TestKeys.SECRET));
    assertNames("keyId", () -> SigningKey.of("k".repeat(257), JwtAlgorithm.HS256, TestKeys.SECRET));
  }

  @Test
  void messagesSayWhatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tokens.settings().build())
        .withMessage(
            "'keys' is missing. Fix: give at least one key that tokens are verified with.");
  }
}
