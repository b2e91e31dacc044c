package dev.gatewright.authentication.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.authentication.strict.StrictJson;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

/** Whatever is sent as a proof of possession proves something or is refused; nothing is thrown. */
class DpopFuzzTest {
  private static final String TOKEN = "a.b.c";
  private static final ProofCheck CHECK =
      new ProofCheck(
          Set.of("https://api.example:443"), Duration.ofSeconds(60), Duration.ofSeconds(5));
  private static final Instant LATEST = Tokens.NOW.plusSeconds(80);

  /** As it is sent; and as a header up to the first line feed, then claims. Signed by nobody. */
  @FuzzTest
  void proof(byte[] input) {
    int end = lineFeed(input);
    assertProvesNothing(new String(input, StandardCharsets.UTF_8));
    assertProvesNothing(
        StrictBase64Url.encode(Arrays.copyOf(input, end))
            + "."
            + StrictBase64Url.encode(rest(input, end))
            + ".AAAA");
  }

  private static void assertProvesNothing(String text) {
    try {
      DpopProof proof = DpopProof.parse(text, DpopAuthenticator.DEFAULT_ALGORITHMS);
      assertThat(proof.thumbprint()).hasSize(43);
      proof.verifiedClaims();
    } catch (InvalidCredentialException refused) {
      assertThat(refused.reason()).isNotBlank();
      return;
    }
    throw new AssertionError("nobody signed this");
  }

  /** Behind the signature: the path of the request up to the first line feed, then the claims. */
  @FuzzTest
  void claims(byte[] input) {
    int end = lineFeed(input);
    String path = new String(input, 0, end, StandardCharsets.ISO_8859_1);
    FakeExchange request = FakeExchange.from("203.0.113.7").overTls().requesting("GET", path);
    try {
      Claims claims = new Claims(StrictJson.readObject(rest(input, end), "the proof"), "the proof");
      ProofUse use = CHECK.check(claims, "thumbprint", request, TOKEN, Tokens.NOW);
      assertThat(use.key()).hasSize(43);
      assertThat(use.until()).isBetween(Tokens.NOW, LATEST);
    } catch (InvalidCredentialException refused) {
      assertThat(refused.reason()).isNotBlank();
    }
  }

  private static int lineFeed(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    return end;
  }

  private static byte[] rest(byte[] input, int end) {
    return Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
  }
}
