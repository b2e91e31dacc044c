package dev.gatewright.issuing.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewright.authentication.apikey.ApiKey;
import dev.gatewright.authentication.apikey.ApiKeyAuthenticator;
import dev.gatewright.authentication.apikey.ApiKeyHasher;
import dev.gatewright.authentication.apikey.ApiKeys;
import dev.gatewright.testing.AuthenticationAssert;
import dev.gatewright.testing.FakeExchange;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyMintTest {
  private static final byte[] PEPPER =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aKeyReadsPrefixIdSecretOf256BitsAndCheckDigits() {
    MintedApiKey minted =
        new ApiKeyMint(new ApiKeyHasher(PEPPER), "bank").mint("p", Set.of(), Set.of(), null);
    assertThat(minted.text())
        .matches("bank_[a-z2-9]{16}\\.[A-Za-z0-9_-]{43}[0-9A-Za-z]{6}")
        .startsWith("bank_" + minted.key().id() + ".");
  }

  @Test
  void theHashIsAnHmacOfTheWholeKeyUnderThePepper() throws Exception {
    MintedApiKey minted =
        new ApiKeyMint(new ApiKeyHasher(PEPPER)).mint("p", Set.of(), Set.of(), null);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(PEPPER, "HmacSHA256"));
    assertThat(Base64.getUrlDecoder().decode(minted.key().hash()))
        .isEqualTo(mac.doFinal(minted.text().getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void theTextFormOfAMintedKeyHoldsNeitherKeyNorHash() {
    MintedApiKey minted =
        new ApiKeyMint(new ApiKeyHasher(PEPPER)).mint("partner", Set.of(), Set.of(), null);
    String secret = minted.text().substring(minted.text().indexOf('.') + 1);
    assertThat(minted.toString()).contains("partner").doesNotContain(secret, minted.key().hash());
  }

  @Test
  void noTwoKeysShareIdOrSecret() {
    ApiKeyMint mint = new ApiKeyMint(new ApiKeyHasher(PEPPER));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      MintedApiKey minted = mint.mint("p", Set.of(), Set.of(), null);
      assertThat(seen.add(minted.key().id())).isTrue();
      assertThat(seen.add(minted.text().substring(minted.text().indexOf('.')))).isTrue();
    }
  }

  @Test
  void aPepperHas32BytesOrMore() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApiKeyHasher(new byte[31]))
        .withMessageContaining("'pepper' has 31 bytes, too few");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKeyHasher.ofBase64(null))
        .withMessageContaining("'pepper' is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKeyHasher.ofBase64("hunter2!"))
        .withMessageContaining("'pepper' is no base64")
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKeyHasher.ofBase64("AAAA"))
        .withMessageContaining("'pepper' has 3 bytes, too few");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a_b", "a.b", "a b", "12345678901234567", "\u00e9"})
  void aPrefixIsLettersAndDigits(String prefix) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApiKeyMint(new ApiKeyHasher(PEPPER), prefix))
        .withMessageContaining("'prefix'");
  }

  private int run(Map<String, String> environment, String... arguments) {
    return MintApiKey.run(
        arguments,
        environment,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void theCommandPrintsAKeyThatItsHashVerifies() {
    String pepper = Base64.getEncoder().encodeToString(PEPPER);
    assertThat(run(Map.of("GATEWRIGHT_API_KEY_PEPPER", pepper), "partner")).isZero();

    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().map(String::strip).toList();
    String text = lines.get(1);
    ApiKey key =
        ApiKey.of(
                lines.get(3).substring("id: ".length()),
                lines.get(4).substring("hash: ".length()),
                lines.get(5).substring("owner: ".length()))
            .build();
    ApiKeyAuthenticator authenticator =
        new ApiKeyAuthenticator(ApiKeys.of(List.of(key)), ApiKeyHasher.ofBase64(pepper));
    assertThat(
            AuthenticationAssert.accepted(
                    authenticator.authenticate(text, FakeExchange.from("203.0.113.7")))
                .subject())
        .isEqualTo("partner");
  }

  @Test
  void theCommandSaysWhatItLacks() {
    assertThat(run(Map.of(), "partner")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("'pepper' is missing", "GATEWRIGHT_API_KEY_PEPPER");
    assertThat(run(Map.of())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: MintApiKey <owner>");
    assertThat(out.size()).isZero();
  }
}
