package dev.gatewright.authentication.apikey;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.Tokens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyAuthenticatorTest {
  private static final ApiKeyHasher HASHER = new ApiKeyHasher(new byte[32]);
  private static final TestKeyMint MINT =
      new TestKeyMint(HASHER, "gw", InstantSource.fixed(Tokens.NOW.minusSeconds(60)));
  private static final FakeExchange REQUEST = FakeExchange.from("203.0.113.7");
  private static final String WRONG = "unknown or its secret is wrong";
  private static final String MALFORMED = "malformed";

  private final TestKeyMint.Minted minted =
      MINT.mint("partner", Set.of("rates:read"), Set.of("bot"), null);
  private final ApiKeyAuthenticator authenticator = over(minted.key());

  private static ApiKeyAuthenticator over(ApiKey... keys) {
    return over(ApiKeys.of(List.of(keys)), HASHER);
  }

  private static ApiKeyAuthenticator over(ApiKeys keys, ApiKeyHasher hasher) {
    return ApiKeyAuthenticator.builder(keys, hasher)
        .issuer("partners")
        .clock(InstantSource.fixed(Tokens.NOW))
        .build();
  }

  /** The text with the check digits that belong to it. */
  private static String checked(String text) {
    return text + ApiKeyText.checkDigits(text);
  }

  private static String secretOf(TestKeyMint.Minted key) {
    int dot = key.text().indexOf('.');
    return key.text().substring(dot + 1, dot + 1 + ApiKeyText.SECRET_LENGTH);
  }

  @Test
  void aRightKeySaysWhoCalls() {
    assertThat(accepted(authenticator.authenticate(minted.text(), REQUEST)))
        .isEqualTo(
            Caller.of(Scheme.API_KEY, "partners", "partner")
                .credentialId(minted.key().id())
                .scopes(Set.of("rates:read"))
                .roles(Set.of("bot"))
                .issuedAt(Tokens.NOW.minusSeconds(60))
                .build());
  }

  @Test
  void aKeyIsReadFromItsHeaderOnly() {
    assertThat(authenticator.scheme()).isEqualTo(Scheme.API_KEY);
    assertThat(authenticator.header()).isEqualTo("X-API-Key");
    assertThat(authenticator.credentials(FakeExchange.withHeader("x-api-key", "one", "two")))
        .containsExactly("one", "two");
    assertThat(authenticator.credentials(FakeExchange.withHeader("Authorization", "gw_a.b")))
        .isEmpty();
  }

  @Test
  void aKeyInTheUrlIsNoCredential() {
    for (String name : List.of("X-API-Key", "x-api-key", "api_key", "apikey", "key")) {
      FakeExchange request =
          FakeExchange.from("203.0.113.7")
              .requesting("GET", "/rates?" + name + "=" + minted.text())
              .header("Referer", "https://example.com/?" + name + "=" + minted.text())
              .header("Cookie", name + "=" + minted.text());
      assertThat(authenticator.credentials(request)).isEmpty();
    }
  }

  @Test
  void aKeyWithAnySingleCharacterChangedIsRejected() {
    String text = minted.text();
    for (int i = 0; i < text.length(); i++) {
      for (char c : new char[] {'A', 'a', '0', '_', '-', '.', ' ', '\u00e9'}) {
        if (c != text.charAt(i)) {
          assertRejected(
              authenticator.authenticate(text.substring(0, i) + c + text.substring(i + 1), REQUEST),
              MALFORMED);
        }
      }
    }
  }

  @Test
  void anUnknownIdIsRejectedInTheSameWordsAsAWrongSecret() {
    TestKeyMint.Minted unknown = MINT.mint("partner", Set.of(), Set.of(), null);
    String wrongSecret = checked("gw_" + minted.key().id() + "." + secretOf(unknown));
    assertRejected(authenticator.authenticate(unknown.text(), REQUEST), WRONG);
    assertThat(authenticator.authenticate(wrongSecret, REQUEST))
        .isEqualTo(authenticator.authenticate(unknown.text(), REQUEST));
  }

  @Test
  void aHashMovedToAnotherIdOpensNothing() {
    ApiKey moved =
        ApiKey.of("other", minted.key().hash(), "mallory").roles(Set.of("admin")).build();
    String text = checked("gw_other." + secretOf(minted));
    assertRejected(over(moved).authenticate(text, REQUEST), WRONG);
  }

  @Test
  void aKeyHashedUnderAnotherPepperIsRejected() {
    byte[] otherPepper = new byte[32];
    otherPepper[0] = 1;
    TestKeyMint.Minted other =
        new TestKeyMint(new ApiKeyHasher(otherPepper)).mint("partner", Set.of(), Set.of(), null);
    assertRejected(over(other.key()).authenticate(other.text(), REQUEST), WRONG);
  }

  @Test
  void whatAnUnknownIdIsComparedWithOpensNothing() {
    assertThat(HASHER.match("whatever", null)).isEqualTo(HashMatch.NONE);
    ApiKey key = ApiKey.of("empty", "A".repeat(43), "mallory").build();
    String text = checked("gw_empty." + "A".repeat(43));
    assertRejected(over(key).authenticate(text, REQUEST), WRONG);
  }

  @Test
  void anUnknownIdTakesAsManyHashesAsAWrongSecret() {
    AtomicInteger asked = new AtomicInteger();
    Peppers peppers = Peppers.of(new byte[32]);
    ApiKeyAuthenticator counting =
        over(
            ApiKeys.of(List.of(minted.key())),
            ApiKeyHasher.rotating(
                () -> {
                  asked.incrementAndGet();
                  return peppers;
                }));
    counting.authenticate(checked("gw_nobody." + secretOf(minted)), REQUEST);
    assertThat(asked).hasValue(1);
    counting.authenticate(checked("gw_" + minted.key().id() + "." + "A".repeat(43)), REQUEST);
    assertThat(asked).hasValue(2);
  }

  @Test
  void aRevokedKeyIsRejected() {
    ApiKey revoked = minted.key().withRevokedAt(Tokens.NOW);
    assertRejected(over(revoked).authenticate(minted.text(), REQUEST), "was revoked");
  }

  @Test
  void peppersThatCannotBeToldLeaveItUndecided() {
    ApiKeyHasher failing =
        ApiKeyHasher.rotating(
            () -> {
              throw new IllegalStateException("pepper=hunter2");
            });
    assertThat(
            over(ApiKeys.of(List.of(minted.key())), failing).authenticate(minted.text(), REQUEST))
        .isInstanceOf(Authentication.Undecidable.class)
        .satisfies(undecidable -> assertThat(undecidable.toString()).doesNotContain("hunter2"));
  }

  @Test
  void aKeyEndsAtItsExpiry() {
    Instant now = Tokens.NOW;
    TestKeyMint.Minted ending = MINT.mint("partner", Set.of(), Set.of(), now.plusMillis(1));
    TestKeyMint.Minted ended = MINT.mint("partner", Set.of(), Set.of(), now);
    assertThat(accepted(over(ending.key()).authenticate(ending.text(), REQUEST)).expiresAt())
        .isEqualTo(now.plusMillis(1));
    assertRejected(over(ended.key()).authenticate(ended.text(), REQUEST), "expired");
  }

  @Test
  void aWrongSecretOfAnExpiredKeyDoesNotTellThatItExists() {
    TestKeyMint.Minted ended = MINT.mint("partner", Set.of(), Set.of(), Tokens.NOW);
    String text = checked("gw_" + ended.key().id() + "." + "A".repeat(43));
    assertRejected(over(ended.key()).authenticate(text, REQUEST), WRONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gw_",
        "gw_abcd",
        "gw_abcd.",
        "gw_abcd.AAAA",
        "gw_abc.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "xx_abcd.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "GW_abcd.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "gw-abcd.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "gw_ab d.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "gw_ab'd.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "gw_ab.d.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "gw_abcd.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
        "gw_abcd.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "gw_abcd.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
      })
  void aMalformedKeyIsRejectedBeforeTheStoreIsAsked(String text) {
    AtomicInteger questions = new AtomicInteger();
    ApiKeys counting =
        id -> {
          questions.incrementAndGet();
          return Optional.empty();
        };
    ApiKeyAuthenticator asking = new ApiKeyAuthenticator(counting, HASHER);

    assertRejected(asking.authenticate(text, REQUEST), MALFORMED);
    assertRejected(asking.authenticate(checked(text), REQUEST), MALFORMED);
    String tooLong = "gw_" + "a".repeat(65) + "." + "A".repeat(43);
    assertRejected(asking.authenticate(checked(tooLong), REQUEST), MALFORMED);
    assertRejected(asking.authenticate("a".repeat(10_000_000), REQUEST), MALFORMED);
    assertThat(questions).hasValue(0);
    assertRejected(asking.authenticate(checked("gw_abcd." + "A".repeat(43)), REQUEST), WRONG);
    assertThat(questions).hasValue(1);
  }

  @Test
  void wrongCheckDigitsAreNoticedBeforeTheStoreIsAsked() {
    ApiKeys never =
        id -> {
          throw new AssertionError("the store was asked");
        };
    ApiKeyAuthenticator asking = new ApiKeyAuthenticator(never, HASHER);
    String key = "gw_abcd." + "A".repeat(43);
    assertRejected(asking.authenticate(key, REQUEST), MALFORMED);
    assertRejected(asking.authenticate(key + "000000", REQUEST), MALFORMED);
    assertRejected(asking.authenticate(key + "zzzzzz", REQUEST), MALFORMED);
    assertRejected(asking.authenticate(checked(key).toUpperCase(ROOT), REQUEST), MALFORMED);
  }

  @Test
  void aStoreThatIsDownLeavesItUndecided() {
    ApiKeys down =
        id -> {
          throw new IllegalStateException("password=hunter2");
        };
    Authentication authentication =
        new ApiKeyAuthenticator(down, HASHER).authenticate(minted.text(), REQUEST);
    assertThat(authentication).isInstanceOf(Authentication.Undecidable.class);
    assertThat(authentication.toString()).doesNotContain("hunter2");
  }

  @Property
  void noTextWhateverThrows(@ForAll("texts") String text) {
    assertThat(authenticator.authenticate(text, REQUEST))
        .isInstanceOf(Authentication.Rejected.class);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(120);
    Arbitrary<String> secrets = Arbitraries.strings().ofLength(43);
    return Arbitraries.oneOf(
        any, any.map(text -> "gw_" + text), secrets.map(s -> checked("gw_abcd." + s)));
  }

  @Test
  void theTextFormsHoldNeitherKeyNorHash() {
    String secret = secretOf(minted);
    assertThat(minted.key().toString()).doesNotContain(minted.key().hash());
    assertThat(ApiKeyText.parse("gw", minted.text()).toString()).doesNotContain(secret);
  }

  @Test
  void twoKeysWithOneIdAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKeys.of(List.of(minted.key(), minted.key())))
        .withMessageContaining("'" + minted.key().id() + "'");
  }

  @Test
  void aStoredKeyThatIsMalformedIsRefused() {
    String hash = minted.key().hash();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.of("a.b", hash, "o").build())
        .withMessageContaining("id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.of("abcd", minted.text(), "o").build())
        .withMessageContaining("hash")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(minted.text()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.of("abcd", hash, " ").build())
        .withMessageContaining("owner");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.of("abcd", hash, "o").scopes(Set.of("a b")).build())
        .withMessageContaining("scope");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.of("abcd", hash, "o").roles(Set.of("a\tb")).build())
        .withMessageContaining("role");
  }
}
