package dev.gatewright.authentication.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ApiKeyFormatTest {
  private static final TestKeyMint MINT = new TestKeyMint(new ApiKeyHasher(new byte[32]), "bank");

  private final String key = MINT.mint("p", Set.of(), Set.of(), null).text();

  @Test
  void theCheckDigitsAreTheCrcInBase62() {
    // The check value of CRC-32 for these nine digits is CBF43926, that is 3421780262.
    assertThat(ApiKeyText.checkDigits("123456789")).isEqualTo("3jZRME");
    CRC32 crc = new CRC32();
    crc.update("123456789".getBytes(StandardCharsets.US_ASCII));
    assertThat(valueOf("3jZRME")).isEqualTo(crc.getValue()).isEqualTo(0xCBF43926L);
    assertThat(ApiKeyText.checkDigits("")).isEqualTo("000000");
  }

  private static long valueOf(String digits) {
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c <= '9' ? c - '0' : c <= 'Z' ? c - 'A' + 10 : c - 'a' + 36;
      value = value * 62 + digit;
    }
    return value;
  }

  @Test
  void aMintedKeyIsRecognisedByItsPrefixAndCheckDigitsAlone() {
    assertThat(ApiKeyFormat.isApiKey("bank", key)).isTrue();
    assertThat(ApiKeyFormat.isApiKey("gw", key)).isFalse();
    assertThat(
            ApiKeyFormat.isApiKey(
                "gw", "gw_p9s46jb46j5qk85f.LBRQeUO7-nt6bBmx7FDw_YJem1OFuS5Cqty5ozfdBag2f0a1i"))
        .isTrue();
    assertThat(ApiKeyFormat.isApiKey("bank", key + " ")).isFalse();
    assertThat(ApiKeyFormat.isApiKey("bank", "")).isFalse();
  }

  @Property
  void twoCharactersThatChangedPlacesAreNoticed(
      @ForAll @IntRange(min = 0, max = 80) int one,
      @ForAll @IntRange(min = 0, max = 80) int other) {
    char[] typed = key.toCharArray();
    int left = one % typed.length;
    int right = other % typed.length;
    char kept = typed[left];
    typed[left] = typed[right];
    typed[right] = kept;
    String text = new String(typed);
    assertThat(ApiKeyFormat.isApiKey("bank", text)).isEqualTo(text.equals(key));
  }
}
