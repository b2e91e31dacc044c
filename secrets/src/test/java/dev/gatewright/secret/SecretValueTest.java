package dev.gatewright.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecretValueTest {
  private static final String TEXT = "correct horse battery staple";

  @Test
  void noTextFormHoldsAnythingOfASecret() {
    SecretValue value = SecretValue.of("pepper", TEXT);
    SecretVersions versions =
        new SecretVersions(value, List.of(SecretValue.of("pepper", "old " + TEXT)), null, false);
    AcceptedVersions accepted =
        AcceptedVersions.first(versions, Instant.EPOCH, Secrets.DEFAULT_OVERLAP);

    assertThat(value.toString() + versions + versions.all() + accepted)
        .doesNotContain("horse")
        .contains("[secret]");
  }

  @Test
  void valuesAreEqualByTheirText() {
    assertThat(SecretValue.of("one", TEXT))
        .isEqualTo(SecretValue.of("other", TEXT))
        .hasSameHashCodeAs(SecretValue.of("other", TEXT))
        .isNotEqualTo(SecretValue.of("one", TEXT + "r"))
        .isNotEqualTo(SecretValue.of("one", "x" + TEXT.substring(1)));
  }

  @Test
  void theBoundIsInBytesOfUtf8() {
    assertThat(SecretValue.of("pepper", "x".repeat(SecretValue.MAX_BYTES)).text())
        .hasSize(SecretValue.MAX_BYTES);
    assertThatThrownBy(() -> SecretValue.of("pepper", "x".repeat(SecretValue.MAX_BYTES + 1)))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining("'pepper' is larger than 65536 bytes")
        .hasMessageNotContaining("xx");
    assertThatThrownBy(() -> SecretValue.of("pepper", "ü".repeat(SecretValue.MAX_BYTES / 2 + 1)))
        .isInstanceOf(SecretUnavailableException.class);
  }

  @Test
  void bytesAreHeldAsBase64() {
    assertThat(SecretValue.ofBytes("key", new byte[] {1, 2, (byte) 0xff}).text()).isEqualTo("AQL/");
    assertThatThrownBy(() -> SecretValue.ofBytes("key", new byte[SecretValue.MAX_BYTES]))
        .isInstanceOf(SecretUnavailableException.class);
  }

  @Test
  void versionsAreDistinctAndBounded() {
    SecretValue current = SecretValue.of("pepper", "0");
    List<SecretValue> previous =
        IntStream.range(0, 20).mapToObj(i -> SecretValue.of("pepper", "" + i / 2)).toList();

    SecretVersions versions = new SecretVersions(current, previous, null, false);

    assertThat(versions.all())
        .extracting(SecretValue::text)
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8");
  }

  @Test
  void aVersionIsNotListedAndWithdrawnAtTheSameTime() {
    SecretValue value = SecretValue.of("pepper", TEXT);

    assertThatThrownBy(() -> new SecretVersions(value, List.of(value), null, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
