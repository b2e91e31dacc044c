package dev.gatewright.authentication.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** Whatever is sent as a token or key set is read or refused; nothing is thrown, hangs or grows. */
class TokenFuzzTest {

  /** The same in every run, so that inputs that were found stay what they are. */
  private static final SigningKey KEY =
      new SigningKey(
          null,
          JwtAlgorithm.HS256,
          new SecretKeySpec(
              "only for fuzzing, 32 bytes long!".getBytes(StandardCharsets.US_ASCII), "HMAC"));

  private static final TrustedIssuer ISSUER =
      Tokens.settings().key(VerificationKey.of(JwtAlgorithm.HS256, KEY.key())).build();
  private static final JwtAccessTokens ONE = new JwtAccessTokens(ISSUER);
  private static final JwtAccessTokens TWO =
      JwtAccessTokens.builder()
          .issuer(ISSUER)
          .issuer(
              Tokens.settings()
                  .issuer("https://other.example")
                  .key(TestKeys.verifying(JwtAlgorithm.HS256))
                  .build())
          .build();

  /** Nobody but the issuer can make a token that is accepted. */
  @FuzzTest
  void token(byte[] input) {
    String token = new String(input, StandardCharsets.UTF_8);
    for (JwtAccessTokens tokens : List.of(ONE, TWO)) {
      assertThat(tokens.verify(token)).isInstanceOf(Authentication.Rejected.class);
    }
  }

  /** Behind the signature: a header up to the first line feed, then claims, both signed rightly. */
  @FuzzTest
  void signedToken(byte[] input) {
    int lineFeed = 0;
    while (lineFeed < input.length && input[lineFeed] != '\n') {
      lineFeed++;
    }
    String header = new String(input, 0, lineFeed, StandardCharsets.ISO_8859_1);
    String signingInput =
        StrictBase64Url.encode(header.getBytes(StandardCharsets.ISO_8859_1))
            + "."
            + StrictBase64Url.encode(
                Arrays.copyOfRange(input, Math.min(lineFeed + 1, input.length), input.length));
    String token = Tokens.signed(KEY, signingInput);
    Authentication first = ONE.verify(token);
    assertThat(ONE.verify(token))
        .isEqualTo(first)
        .isNotInstanceOf(Authentication.Undecidable.class);
    assertThat(TWO.verify(token).getClass()).isEqualTo(first.getClass());
  }

  @FuzzTest
  void jwkSet(byte[] input) {
    try {
      JwkSet set = JwkSet.read(input, EnumSet.allOf(JwtAlgorithm.class));
      assertThat(set.skipped()).hasSizeLessThanOrEqualTo(JwkSet.MAX_KEYS);
    } catch (InvalidCredentialException refused) {
      assertThat(refused.reason()).isNotBlank();
    }
  }
}
