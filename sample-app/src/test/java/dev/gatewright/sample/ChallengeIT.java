package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A limit that sets challenges: ten prices a minute, five more for each that is solved. */
@BankTest
class ChallengeIT {
  private static final Pattern CHALLENGE =
      Pattern.compile(
          "\"challenge\":\\{\"type\":\"proof-of-work\",\"algorithm\":\"SHA-256\","
              + "\"challenge\":\"([A-Za-z0-9_-]{99})\",\"difficulty\":([0-9]+),"
              + "\"expires-in\":120}");

  @Autowired private Bank bank;

  @Test
  void whoAsksTooOftenMaySolveAChallengeAndAskAgain() {
    String address = bank.newAddress();

    HttpResponse<String> refused = exhaust(address);
    HttpResponse<String> allowed = answer(address, solved(refused));

    assertThat(header(refused, "Retry-After")).isNotEmpty();
    assertThat(header(refused, "RateLimit")).startsWith("\"prices\";r=0;t=");
    assertThat(allowed.statusCode()).isEqualTo(200);
    assertThat(allowed.body()).contains("White Rabbit Clocks");
    assertThat(header(allowed, "RateLimit")).startsWith("\"prices\";r=4;");
  }

  @Test
  void theSameAnswerAgainIsRefused() {
    String address = bank.newAddress();
    String solved = solved(exhaust(address));
    assertThat(answer(address, solved).statusCode()).isEqualTo(200);
    exhaust(address);

    assertRefused(answer(address, solved), 429);
  }

  @Test
  void theAnswerOfAnotherClientIsRefused() {
    String solved = solved(exhaust(bank.newAddress()));
    String other = bank.newAddress();
    exhaust(other);

    HttpResponse<String> refused = answer(other, solved);

    assertRefused(refused, 429);
    assertThat(refused.body()).contains("\"challenge\":{");
  }

  /** On a slow machine some of the eight come back meanwhile: one in seven and a half seconds. */
  @Test
  void eachChallengeIsHarderUntilThereAreNoMore() {
    String address = bank.newAddress();
    HttpResponse<String> refused = exhaust(address);
    int first = difficulty(refused);
    int hardest = first;
    int solved = 0;
    while (refused.body().contains("\"challenge\"")) {
      assertThat(difficulty(refused)).isBetween(first, first + solved);
      hardest = Math.max(hardest, difficulty(refused));
      assertThat(answer(address, solved(refused)).statusCode()).isEqualTo(200);
      solved++;
      assertThat(solved).as("challenges solved").isLessThan(40);
      refused = exhaust(address);
    }
    assertThat(solved).isGreaterThanOrEqualTo(8);
    assertThat(hardest).isGreaterThanOrEqualTo(first + 2);
    assertThat(header(refused, "Retry-After")).isNotEmpty();
  }

  @Test
  void anAnswerThatIsNoneIsRefusedAndNotRepeated() {
    String address = bank.newAddress();
    exhaust(address);

    HttpResponse<String> refused = answer(address, "nonsense-of-mine");

    assertRefused(refused, 429);
    assertThat(refused.body()).doesNotContain("nonsense-of-mine");
  }

  @Test
  void thePageAndItsScriptsAreServed() {
    for (String path :
        new String[] {"/limits.html", "/limits.js", "/challenge.js", "/challenge-worker.js"}) {
      assertThat(bank.get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(bank.get("/limits.html").body())
        .contains("default-src 'none'")
        .contains("worker-src 'self'")
        .doesNotContain("unsafe");
  }

  /** Asks until the limit refuses. */
  private HttpResponse<String> exhaust(String address) {
    HttpResponse<String> answer = bank.getFrom(address, "/prices");
    for (int i = 0; i < 20 && answer.statusCode() == 200; i++) {
      answer = bank.getFrom(address, "/prices");
    }
    assertRefused(answer, 429);
    return answer;
  }

  private HttpResponse<String> answer(String address, String solved) {
    return bank.getFrom(address, "/prices", "Challenge-Response", solved);
  }

  private static Matcher challenge(HttpResponse<String> refused) {
    Matcher challenge = CHALLENGE.matcher(refused.body());
    assertThat(challenge.find()).as(refused.body()).isTrue();
    return challenge;
  }

  private static int difficulty(HttpResponse<String> refused) {
    return Integer.parseInt(challenge(refused).group(2));
  }

  private static String solved(HttpResponse<String> refused) {
    Matcher challenge = challenge(refused);
    String text = challenge.group(1);
    int difficulty = Integer.parseInt(challenge.group(2));
    long counter = 0;
    while (leadingZeroBits(text + ":" + counter) < difficulty) {
      counter++;
    }
    return text + "." + counter;
  }

  private static int leadingZeroBits(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return 256 - new BigInteger(1, hash).bitLength();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
