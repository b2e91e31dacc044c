package dev.gatewright.challenge;

import static dev.gatewright.challenge.Work.REQUEST;
import static dev.gatewright.challenge.Work.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.challenge.ChallengeResult;
import dev.gatewright.runtime.challenge.ChallengeSubject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ProofOfWorkPropertyTest {
  private static final String ANSWER = Work.solved(new Work().challenger.issue(SUBJECT, 0));
  private static final String CHALLENGE = ANSWER.substring(0, WorkChallenge.LENGTH);

  /** A fresh store each time: nothing is refused because it was used before. */
  private static ChallengeResult verify(String answer) {
    return new Work().verify(answer);
  }

  @Property
  void anAnswerWithAnyCharacterChangedIsRefused(@ForAll int position, @ForAll char replacement) {
    int index = Math.floorMod(position, ANSWER.length());
    char original = ANSWER.charAt(index);
    char changed = replacement == original ? (char) (original ^ 1) : replacement;
    assertRefused(ANSWER.substring(0, index) + changed + ANSWER.substring(index + 1));
  }

  /** The likely ones: characters of the alphabet, and digits. */
  @Property
  void anAnswerWithACharacterOfItsAlphabetChangedIsRefused(
      @ForAll int position, @ForAll @IntRange(max = 63) int replacement) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int index = Math.floorMod(position, ANSWER.length());
    if (ANSWER.charAt(index) != alphabet.charAt(replacement)) {
      assertRefused(
          ANSWER.substring(0, index) + alphabet.charAt(replacement) + ANSWER.substring(index + 1));
    }
  }

  /** Another number can be a solution as well, which the test counts for itself. */
  private static void assertRefused(String answer) {
    boolean otherSolution =
        answer.startsWith(CHALLENGE + ".")
            && answer.substring(CHALLENGE.length() + 1).matches("0|[1-9][0-9]*")
            && Work.leadingZeroBits(answer.replace('.', ':')) >= 8;
    if (!otherSolution) {
      assertThat(verify(answer)).isInstanceOf(ChallengeResult.Failed.class);
    }
  }

  @Provide
  Arbitrary<String> answers() {
    Arbitrary<String> pieces =
        Arbitraries.of(CHALLENGE, CHALLENGE.substring(1), ".", "0", "9", "-1", "\u0000", "=", "é");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(8).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(2_000),
        Arbitraries.strings().withCharRange('0', 'z').ofLength(101));
  }

  @Property
  void noTextWhateverIsAnAnswerOrThrows(@ForAll("answers") String text) {
    if (!text.startsWith(CHALLENGE + ".")) {
      assertThat(verify(text)).isInstanceOf(ChallengeResult.Failed.class);
    } else {
      assertThat(verify(text)).isNotInstanceOf(ChallengeResult.Undecidable.class);
    }
  }

  @Property
  void whateverSubjectAChallengeIsForItIsForNoOther(
      @ForAll String limit,
      @ForAll String key,
      @ForAll String address,
      @ForAll String otherLimit,
      @ForAll String otherKey,
      @ForAll String otherAddress) {
    Work work = new Work();
    ChallengeSubject subject = new ChallengeSubject(limit, key, address);
    ChallengeSubject other = new ChallengeSubject(otherLimit, otherKey, otherAddress);
    String answer = Work.solved(work.challenger.issue(subject, 0));
    if (!other.equals(subject)) {
      assertThat(work.challenger.verify(answer, other, 0, REQUEST))
          .isInstanceOf(ChallengeResult.Failed.class);
    }
    assertThat(work.challenger.verify(answer, subject, 0, REQUEST))
        .isEqualTo(new ChallengeResult.Solved());
  }
}
