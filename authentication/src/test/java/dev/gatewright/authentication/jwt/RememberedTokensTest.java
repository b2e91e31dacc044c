package dev.gatewright.authentication.jwt;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static dev.gatewright.testing.Tokens.NOW;
import static dev.gatewright.testing.Tokens.NOW_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.InProcessRevocations;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A verdict that is remembered is never another than verifying again would give. */
class RememberedTokensTest {
  private static final VerificationKey KEY = TestKeys.verifying(JwtAlgorithm.HS256);
  private static final VerificationKey OTHER =
      VerificationKey.of(JwtAlgorithm.HS256, TestKeys.OTHER_SECRET);

  private Instant now = NOW;
  private VerificationKeys keys = VerificationKeys.of(List.of(KEY));
  private boolean keysAreUnavailable;

  private final KeySource source =
      new KeySource() {
        @Override
        public VerificationKeys current() {
          if (keysAreUnavailable) {
            throw new KeysUnavailableException("the provider is down");
          }
          return keys;
        }

        @Override
        public VerificationKeys refreshed(VerificationKeys seen) {
          return current();
        }
      };

  private final TrustedIssuer issuer =
      Tokens.settings().keys(source).clock(() -> now).maxLifetime(Duration.ofHours(1)).build();
  private final JwtAccessTokens remembering = builder().build();
  private final JwtAccessTokens forgetting = builder().cacheSize(0).build();
  private final String token = Tokens.signed(Tokens.claims());

  private JwtAccessTokens.Builder builder() {
    return JwtAccessTokens.builder().issuer(issuer);
  }

  @Test
  void aTokenThatWasVerifiedIsRemembered() {
    Authentication first = remembering.verify(token);
    accepted(first);
    assertThat(remembering.verify(token)).isSameAs(first);
    assertThat(forgetting.verify(token)).isEqualTo(first).isNotSameAs(forgetting.verify(token));
  }

  @Test
  void onlyWhatIsRememberedIsToldWithoutVerifying() {
    assertThat(remembering.remembered(token)).isNull();
    Authentication first = remembering.verify(token);
    assertThat(remembering.remembered(token)).isSameAs(first);
    assertThat(forgetting.remembered(token)).isNull();
    assertThat(remembering.remembered(token + "A")).isNull();
    assertThat(remembering.remembered("")).isNull();
    keysAreUnavailable = true;
    assertThat(remembering.remembered(token)).as("whose keys cannot be told now").isNull();
    keysAreUnavailable = false;
    keys = VerificationKeys.of(List.of(OTHER));
    assertThat(remembering.remembered(token)).as("whose key was withdrawn").isNull();
    keys = VerificationKeys.of(List.of(KEY));
    remembering.verify(token);
    now = now.plus(Duration.ofHours(1));
    assertThat(remembering.remembered(token)).as("that has ended").isNull();
  }

  @Test
  void aTokenThatWasRefusedIsNotRemembered() {
    keys = VerificationKeys.of(List.of(OTHER));
    assertRejected(remembering.verify(token), "signature is wrong");
    keys = VerificationKeys.of(List.of(KEY));
    accepted(remembering.verify(token));
  }

  @Test
  void aTokenWhoseKeyWasWithdrawnIsRefusedOnTheNextRequest() {
    accepted(remembering.verify(token));
    keys = VerificationKeys.of(List.of(OTHER));
    assertRejected(remembering.verify(token), "signature is wrong");
    keys = VerificationKeys.of(List.of(OTHER, KEY));
    accepted(remembering.verify(token));
  }

  @Test
  void aTokenIsStillRememberedWhenAnotherKeyIsAddedOrWithdrawn() {
    Authentication first = remembering.verify(token);
    keys = VerificationKeys.of(List.of(OTHER, KEY));
    assertThat(remembering.verify(token)).isSameAs(first);
    keys = VerificationKeys.of(List.of(KEY));
    assertThat(remembering.verify(token)).isSameAs(first);
    assertThat(remembering.verify(token)).isSameAs(first);
  }

  @Test
  void aTokenThatNamesNoKeyIsRefusedOnceTooManyKeysCouldHaveSignedIt() {
    accepted(remembering.verify(token));
    List<VerificationKey> many = new ArrayList<>(List.of(KEY));
    for (int i = 0; i < SignatureCheck.MAX_TRIES; i++) {
      many.add(VerificationKey.of(JwtAlgorithm.HS256, TestKeys.secret(32)));
    }
    keys = VerificationKeys.of(many);
    assertRejected(remembering.verify(token), "could have signed it");
  }

  @Test
  void nothingIsDecidedFromMemoryWhileTheKeysCannotBeTold() {
    accepted(remembering.verify(token));
    keysAreUnavailable = true;
    assertThat(remembering.verify(token)).isInstanceOf(Authentication.Undecidable.class);
  }

  @Test
  void aTokenThatWasRememberedEndsWithItsExpiryAndTheSkewToTheNanosecond() {
    String ending = Tokens.signed(Tokens.claimsWith("exp", "" + (NOW_SECONDS + 60)));
    Authentication first = remembering.verify(ending);
    now = NOW.plusSeconds(90).minusNanos(1);
    assertThat(remembering.verify(ending)).isSameAs(first);
    accepted(forgetting.verify(ending));
    now = NOW.plusSeconds(90);
    assertRejected(remembering.verify(ending), "expired");
    assertRejected(forgetting.verify(ending), "expired");
  }

  @Test
  void aTokenIsVerifiedAgainAfterTheConfiguredTime() {
    JwtAccessTokens brief = builder().cacheDuration(Duration.ofSeconds(10)).build();
    Authentication first = brief.verify(token);
    now = NOW.plusSeconds(10).minusNanos(1);
    assertThat(brief.verify(token)).isSameAs(first);
    now = NOW.plusSeconds(10);
    assertThat(brief.verify(token)).isEqualTo(first).isNotSameAs(first);
  }

  @Test
  void aClockThatIsSetBackDoesNotLetATokenInBeforeItsTime() {
    String future = Tokens.signed(Tokens.claimsWith("nbf", "" + NOW_SECONDS));
    accepted(remembering.verify(future));
    now = NOW.minusSeconds(31);
    assertRejected(remembering.verify(future), "not valid yet");
  }

  @Test
  void aTokenThatIsRevokedLaterIsRevokedAlthoughItIsRemembered() {
    accepted(remembering.verify(token));
    InProcessRevocations revocations = new InProcessRevocations(10, () -> now);
    revocations.revoke("https://id.example", "token-1", NOW.plusSeconds(900));
    assertThat(revocations.isRevoked(accepted(remembering.verify(token)))).isTrue();
  }

  @Test
  void noMoreTokensAreRememberedThanConfigured() {
    for (int size : new int[] {1, 2, 3, 4, 5, 64, 103}) {
      JwtAccessTokens bounded = builder().cacheSize(size).build();
      List<String> sent = new ArrayList<>();
      List<Authentication> verdicts = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        sent.add(Tokens.signed(Tokens.claimsWith("jti", "\"t" + i + "\"")));
        verdicts.add(bounded.verify(sent.get(i)));
      }
      // From the last to the first, so that looking puts nothing in the place of what is to come.
      int remembered = 0;
      VerifiedTokens places = new VerifiedTokens(size);
      assertThat(places.capacity()).isBetween(Math.max(1, size - 3), size);
      for (int i = sent.size() - 1; i >= 0; i--) {
        Authentication again = bounded.verify(sent.get(i));
        assertThat(again).isEqualTo(verdicts.get(i));
        remembered += again == verdicts.get(i) ? 1 : 0;
      }
      assertThat(remembered).isLessThanOrEqualTo(size);
    }
  }

  @Property(tries = 300)
  void whateverTimeAndKeysTheVerdictIsThatOfVerifyingAgain(
      @ForAll @IntRange(min = -200, max = 1_000) int firstSecond,
      @ForAll @IntRange(min = -200, max = 1_000) int secondSecond,
      @ForAll @IntRange(min = -100, max = 100) int notBefore,
      @ForAll @IntRange(min = 1, max = 900) int lifetime,
      @ForAll boolean issuedAt,
      @ForAll boolean keyStays) {
    Map<String, String> claims = Tokens.claimsWith("nbf", "" + (NOW_SECONDS + notBefore));
    claims.put("exp", "" + (NOW_SECONDS + lifetime));
    if (!issuedAt) {
      claims.remove("iat");
    }
    String any = Tokens.signed(claims);
    now = NOW.plusSeconds(firstSecond);
    assertThat(remembering.verify(any)).isEqualTo(forgetting.verify(any));
    now = NOW.plusSeconds(secondSecond);
    keys = VerificationKeys.of(List.of(keyStays ? KEY : OTHER));
    assertThat(remembering.verify(any)).isEqualTo(forgetting.verify(any));
  }
}
