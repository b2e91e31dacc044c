package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFingerprintTest {
  private final KeyFingerprint reference =
      new KeyFingerprint(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

  /** The vectors of the reference implementation, of even lengths: bytes 0, 1, 2, ... */
  @ParameterizedTest
  @CsvSource({
    "0, 726fdb47dd0e0e31",
    "2, 0d6c8009d9a94f5a",
    "4, cf2794e0277187b7",
    "6, cbc9466e58fee3ce",
    "8, 93f5f5799a932462"
  })
  void isSipHash(int bytes, String expected) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < bytes; i += 2) {
      key.append((char) (i | (i + 1) << 8));
    }

    assertThat(Long.toHexString(reference.of(key.toString())))
        .isEqualTo(expected.replaceFirst("^0", ""));
  }

  @Test
  void dependsOnTheSeed() {
    assertThat(KeyFingerprint.random().of("key")).isNotEqualTo(KeyFingerprint.random().of("key"));
  }
}
