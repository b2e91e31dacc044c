package dev.gatewright.authentication.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.testing.FakeExchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Whatever is sent as an API key is refused, with right check digits or wrong ones. */
class ApiKeyFuzzTest {
  private static final ApiKeyHasher HASHER = new ApiKeyHasher(new byte[32]);
  private static final ApiKeyAuthenticator AUTHENTICATOR =
      new ApiKeyAuthenticator(
          ApiKeys.of(
              List.of(new TestKeyMint(HASHER).mint("partner", Set.of(), Set.of(), null).key())),
          HASHER);
  private static final FakeExchange REQUEST = FakeExchange.from("203.0.113.7");

  @FuzzTest
  void apiKey(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    assertRefused(text);
    assertRefused(text + ApiKeyText.checkDigits(text));
  }

  private static void assertRefused(String text) {
    assertThat(AUTHENTICATOR.authenticate(text, REQUEST))
        .isInstanceOf(Authentication.Rejected.class);
  }
}
