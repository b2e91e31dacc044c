package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFingerprintTest {
  private final KeyFingerprint reference =
      new KeyFingerprint(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

  /** Vectors of the reference implementation, with one round a block: bytes 0, 1, 2, ... */
  @ParameterizedTest
  @CsvSource({
    "0, abac0158050fc4dc", "1, c9f49bf37d57ca93", "2, 82cb9b024dc7d44d", "3, 8bf80ab8e7ddf7fb",
    "4, cf75576088d38328", "5, def9d52f49533b67", "6, c50d2b50c59f22a7", "7, d3927d989bb11140",
    "8, 369095118d299a8e", "9, 25a48eb36c063de4", "10, 79de85ee92ff097f", "11, 70c118c1f94dc352",
    "12, 78a384b157b4d9a2", "13, 306f760c1229ffa7", "14, 605aa111c0f95d34", "15, d320d86d2a519956",
    "16, cc4fdd1a7d908b66", "17, 9cf2689063dbd80c", "18, 8ffc389cb473e63e", "19, f21f9de58d297d1c"
  })
  void isSipHash(int bytes, String expected) {
    assertThat(Long.toHexString(reference.of(bytes(bytes)))).isEqualTo(expected);
  }

  @Test
  void readsEveryByteOfLongTextOfEitherKind() {
    for (String text : List.of(bytes(256), bytes(256).replace('A', '\u0141'))) {
      Set<Long> fingerprints = new HashSet<>();
      fingerprints.add(reference.of(text));
      for (int i = 0; i < text.length(); i++) {
        for (int bit = 0; bit < 8; bit++) {
          char flipped = (char) (text.charAt(i) ^ 1 << bit);
          fingerprints.add(reference.of(text.substring(0, i) + flipped + text.substring(i + 1)));
        }
      }
      assertThat(fingerprints).hasSize(1 + 8 * text.length());
    }
  }

  /** As bytes they are one: the low byte of the first, then its high byte. */
  @Test
  void wideTextIsNotTakenForTheNarrowTextOfItsBytes() {
    assertThat(reference.of("\u0141")).isNotEqualTo(reference.of("A\u0001"));
    assertThat(reference.of("\u0141bcd")).isNotEqualTo(reference.of("A\u0001b\0c\0d\0"));
    assertThat(reference.of("\u0141")).isNotEqualTo(reference.of("A"));
  }

  private static String bytes(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) (i & 0xff));
    }
    return text.toString();
  }

  @Test
  void dependsOnTheSeed() {
    assertThat(KeyFingerprint.random().of("key")).isNotEqualTo(KeyFingerprint.random().of("key"));
  }
}
