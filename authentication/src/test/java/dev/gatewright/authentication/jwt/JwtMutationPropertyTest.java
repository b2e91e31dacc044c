package dev.gatewright.authentication.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JwtMutationPropertyTest {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ";

  private static final char[] JUNK = {'.', '=', '+', '/', ' ', '\n', '\0', '?', '\u00e9', '\u0141'};

  @Test
  void aTokenWithAnySingleCharacterChangedIsRejected() {
    JwtAccessTokens authenticator = Tokens.authenticator();
    String token = Tokens.signed(Tokens.claims());
    for (int i = 0; i < token.length(); i++) {
      for (int j = 0; j < ALPHABET.length(); j++) {
        if (ALPHABET.charAt(j) != token.charAt(i)) {
          assertRejected(authenticator, changed(token, i, ALPHABET.charAt(j)));
        }
      }
    }
  }

  /** The fast algorithms: every position and every kind of character, verified and remembered. */
  @ParameterizedTest
  @EnumSource(
      value = JwtAlgorithm.class,
      names = {"HS.*", "RS.*", "PS.*", "EDDSA"},
      mode = EnumSource.Mode.MATCH_ANY)
  void noTokenOfAnyAlgorithmThatWasChangedAnywhereIsTakenForTheOneRemembered(
      JwtAlgorithm algorithm) {
    assertNoChangeIsAccepted(algorithm, 1);
  }

  /**
   * ECDSA takes its time on older platforms: every seventh position, and the whole signature's end.
   */
  @ParameterizedTest
  @EnumSource(
      value = JwtAlgorithm.class,
      names = {"ES.*"},
      mode = EnumSource.Mode.MATCH_ANY)
  void noTokenOfEcdsaThatWasChangedIsTakenForTheOneRemembered(JwtAlgorithm algorithm) {
    assertNoChangeIsAccepted(algorithm, 7);
  }

  private static void assertNoChangeIsAccepted(JwtAlgorithm algorithm, int step) {
    JwtAccessTokens authenticator = Tokens.authenticator(algorithm);
    String token = Tokens.signed(TestKeys.signing(algorithm), Tokens.claims());
    Authentication remembered = authenticator.verify(token);
    for (int i = 0; i < token.length(); i += i + step < token.length() - 4 ? step : 1) {
      int bit = ALPHABET.indexOf(token.charAt(i)) ^ 1;
      assertRejected(
          authenticator, changed(token, i, token.charAt(i) == '.' ? 'A' : ALPHABET.charAt(bit)));
      for (char junk : JUNK) {
        if (junk != token.charAt(i)) {
          assertRejected(authenticator, changed(token, i, junk));
        }
      }
    }
    assertThat(remembered).isInstanceOf(Authentication.Accepted.class);
    assertThat(authenticator.verify(token)).isSameAs(remembered);
  }

  private static String changed(String token, int at, char character) {
    return token.substring(0, at) + character + token.substring(at + 1);
  }

  private static void assertRejected(JwtAccessTokens authenticator, String token) {
    assertThat(authenticator.verify(token)).isInstanceOf(Authentication.Rejected.class);
  }

  @Property(tries = 500)
  void aTokenOfAnyAlgorithmWithACharacterChangedRemovedOrAddedIsRejected(
      @ForAll JwtAlgorithm algorithm,
      @ForAll @IntRange(max = 10_000) int where,
      @ForAll("characters") char character) {
    JwtAccessTokens authenticator = Tokens.authenticator(algorithm);
    String token = Tokens.signed(TestKeys.signing(algorithm), Tokens.claims());
    assertThat(authenticator.verify(token)).isInstanceOf(Authentication.Accepted.class);
    int i = where % token.length();
    Assume.that(token.charAt(i) != character);

    String before = token.substring(0, i);
    for (String changed :
        new String[] {
          before + character + token.substring(i + 1),
          before + token.substring(i + 1),
          before + character + token.substring(i)
        }) {
      assertThat(authenticator.verify(changed)).isInstanceOf(Authentication.Rejected.class);
    }
  }

  @Provide
  Arbitrary<Character> characters() {
    return Arbitraries.chars().with(ALPHABET);
  }

  @Property
  void noTextWhateverThrows(@ForAll("texts") String text) {
    assertThat(Tokens.authenticator().verify(text)).isInstanceOf(Authentication.Rejected.class);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(200);
    Arbitrary<String> segment =
        Arbitraries.oneOf(any, Arbitraries.just("{\"alg\":\"HS256\"}"))
            .map(StrictBase64Url::encode);
    Arbitrary<String> segments = segment.list().ofMaxSize(5).map(list -> String.join(".", list));
    return Arbitraries.oneOf(any, segments);
  }

  @Property
  void noSignedClaimsWhateverThrow(@ForAll("jsonLikeTexts") String claims) {
    assertThat(Tokens.authenticator().verify(Tokens.signed(Tokens.HEADER, claims)))
        .isInstanceOf(Authentication.Rejected.class);
  }

  @Property
  void noHeaderWhateverThrows(@ForAll("jsonLikeTexts") String header) {
    assertThat(
            Tokens.authenticator()
                .verify(Tokens.signed(header, Tokens.json(Tokens.claimsWithout("exp")))))
        .isInstanceOf(Authentication.Rejected.class);
  }

  @Provide
  Arbitrary<String> jsonLikeTexts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "d800",
            "null",
            "true",
            "1",
            "-",
            "e",
            ".",
            "1e999999999",
            "\"iss\":",
            "\"exp\":",
            "\"aud\":",
            "\"alg\":\"HS256\"",
            "\"kid\":",
            "\"https://id.example\"",
            " ",
            "\n",
            "\u0000",
            "\u00e9",
            "/*",
            "//");
    Arbitrary<String> glued = pieces.list().ofMaxSize(30).map(list -> String.join("", list));
    return Arbitraries.oneOf(
        glued, glued.map(text -> "{" + text + "}"), Arbitraries.strings().ofMaxLength(60));
  }

  @Property
  void base64urlHasOneTextForAnyBytes(@ForAll byte[] bytes, @ForAll("texts") String text) {
    String encoded = StrictBase64Url.encode(bytes);
    assertThat(StrictBase64Url.decode(encoded, 0, encoded.length())).isEqualTo(bytes);
    byte[] decoded = StrictBase64Url.decode(text, 0, text.length());
    if (decoded != null) {
      assertThat(StrictBase64Url.encode(decoded)).isEqualTo(text);
    }
  }
}
