package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitHeadersTest {
  private static final LimitPolicy BURST =
      LimitPolicy.named("burst").permits(60, Duration.ofMinutes(1)).build();
  private static final LimitPolicy DAILY =
      LimitPolicy.named("daily")
          .permits(1_000, Duration.ofDays(1))
          .strategy(Strategy.FIXED_WINDOW)
          .build();

  @Test
  void noLimitsNoHeaders() {
    assertThat(RateLimitHeaders.standard().of(List.of())).isEmpty();
  }

  @Test
  void aGrantedCallLearnsItsPoliciesAndWhatIsLeftOfThem() {
    Map<String, String> headers =
        RateLimitHeaders.standard()
            .of(List.of(granted(BURST, 50, seconds(10)), granted(DAILY, 100, seconds(36_000))));

    assertThat(headers)
        .containsExactly(
            Map.entry("RateLimit-Policy", "\"burst\";q=60;w=60,\"daily\";q=1000;w=86400"),
            Map.entry("RateLimit", "\"burst\";r=50;t=50,\"daily\";r=100;t=36000"),
            Map.entry("X-RateLimit-Limit", "60"),
            Map.entry("X-RateLimit-Remaining", "50"),
            Map.entry("X-RateLimit-Reset", "10"));
  }

  @Test
  void aSlidingWindowIsToldUntilItsCallsBeginToFade() {
    LimitPolicy sliding =
        LimitPolicy.named("sliding")
            .permits(30, Duration.ofMinutes(1))
            .strategy(Strategy.SLIDING_WINDOW)
            .build();

    assertThat(RateLimitHeaders.standard().of(List.of(granted(sliding, 29, seconds(117)))))
        .containsEntry("RateLimit", "\"sliding\";r=29;t=57");
  }

  @Test
  void aRefusedCallLearnsWhenToRetryRoundedUp() {
    Map<String, String> headers =
        RateLimitHeaders.standard()
            .of(
                List.of(
                    granted(BURST, 50, seconds(10)),
                    refused(DAILY, 0, seconds(90), seconds(89) + 1)));

    assertThat(headers)
        .containsEntry("Retry-After", "90")
        .containsEntry("RateLimit", "\"burst\";r=50;t=50,\"daily\";r=0;t=90")
        .containsEntry("X-RateLimit-Limit", "1000")
        .containsEntry("X-RateLimit-Remaining", "0")
        .containsEntry("X-RateLimit-Reset", "90");
  }

  @Test
  void retryAfterIsTheLongestWaitAndAtLeastASecond() {
    assertThat(RateLimitHeaders.standard().of(List.of(refused(BURST, 0, 5, 1))))
        .containsEntry("Retry-After", "1")
        .containsEntry("RateLimit", "\"burst\";r=0;t=1");
    assertThat(
            RateLimitHeaders.standard()
                .of(
                    List.of(
                        refused(BURST, 0, seconds(9), seconds(3)),
                        refused(DAILY, 0, seconds(7), seconds(7)))))
        .containsEntry("Retry-After", "7")
        .containsEntry("X-RateLimit-Limit", "1000");
  }

  @Test
  void aGrantedCallHasNothingToRetry() {
    assertThat(RateLimitHeaders.standard().of(List.of(granted(BURST, 0, seconds(60)))))
        .doesNotContainKey("Retry-After");
  }

  @Test
  void whenNothingIsLeftTheWindowLastsUntilTheNextCall() {
    LimitDecision lastOfBurst = new LimitDecision(BURST, true, 0, seconds(60), seconds(1), 0);
    LimitDecision lastOfDay = new LimitDecision(DAILY, true, 0, seconds(60), seconds(60), 0);

    assertThat(RateLimitHeaders.standard().of(List.of(lastOfBurst)))
        .containsEntry("RateLimit", "\"burst\";r=0;t=1")
        .doesNotContainKey("Retry-After");
    assertThat(RateLimitHeaders.standard().of(List.of(lastOfDay)))
        .containsEntry("RateLimit", "\"daily\";r=0;t=60");
  }

  /** Three are left, but a call costs five: for this client there is nothing. */
  @Test
  void retryAfterIsNotEarlierThanTheWindowOfWhatCannotBeUsed() {
    LimitPolicy costly =
        LimitPolicy.named("costly").permits(60, Duration.ofMinutes(1)).cost(5).build();

    assertThat(RateLimitHeaders.standard().of(List.of(refused(costly, 3, seconds(57), seconds(2)))))
        .containsEntry("Retry-After", "2")
        .containsEntry("RateLimit", "\"costly\";r=3;t=2");
  }

  @Test
  void theTightestLimitIsTheOneWithTheFewestCallsLeft() {
    LimitPolicy costly =
        LimitPolicy.named("costly").permits(600, Duration.ofMinutes(1)).cost(100).build();

    assertThat(
            RateLimitHeaders.standard()
                .of(List.of(granted(BURST, 9, seconds(51)), granted(costly, 300, seconds(30)))))
        .containsEntry("X-RateLimit-Limit", "600");
  }

  @Test
  void theWindowOfAShortPeriodIsASecond() {
    LimitPolicy fast = LimitPolicy.named("fast").permits(5, Duration.ofMillis(100)).build();

    assertThat(RateLimitHeaders.standard().of(List.of(granted(fast, 4, 20))))
        .containsEntry("RateLimit-Policy", "\"fast\";q=5;w=1")
        .containsEntry("RateLimit", "\"fast\";r=4;t=1");
  }

  @Test
  void twoLimitsOfOneNameAreToldApart() {
    LimitPolicy other = LimitPolicy.named("burst").permits(7, Duration.ofHours(1)).build();
    LimitPolicy taken = LimitPolicy.named("burst-2").permits(8, Duration.ofHours(1)).build();

    assertThat(
            RateLimitHeaders.standard()
                .of(List.of(granted(BURST, 1, 1), granted(taken, 1, 1), granted(other, 1, 1))))
        .containsEntry(
            "RateLimit-Policy",
            "\"burst\";q=60;w=60,\"burst-2\";q=8;w=3600,\"burst-3\";q=7;w=3600");
  }

  @Test
  void aNameCannotEndItsFieldOrBeginAnother() {
    LimitPolicy odd =
        LimitPolicy.named("a\"b\\c\r\nSet-Cookie: d\u007f\u00e9\u001f")
            .permits(1, Duration.ofSeconds(1))
            .build();

    assertThat(RateLimitHeaders.standard().of(List.of(granted(odd, 0, 1))))
        .containsEntry(
            "RateLimit-Policy", "\"a\\\"b\\\\c%0D%0ASet-Cookie: d%7F%C3%A9%1F\";q=1;w=1");
  }

  @Test
  void aNumberIsNeverLongerThanAStructuredFieldAllows() {
    LimitPolicy huge =
        LimitPolicy.named("huge")
            .permits((1L << 57) - 1, Duration.ofDays(366))
            .strategy(Strategy.FIXED_WINDOW)
            .build();

    assertThat(
            RateLimitHeaders.standard().of(List.of(granted(huge, Long.MAX_VALUE - 1, seconds(1)))))
        .containsEntry("RateLimit-Policy", "\"huge\";q=999999999999999;w=31622400")
        .containsEntry("RateLimit", "\"huge\";r=999999999999999;t=1");
  }

  @Test
  void olderDialectsHaveTheirOwnNames() {
    List<LimitDecision> decisions = List.of(granted(BURST, 50, seconds(10)));

    assertThat(headers(HeaderDialect.IETF_DRAFT_6).of(decisions))
        .containsExactly(
            Map.entry("RateLimit-Limit", "60"),
            Map.entry("RateLimit-Remaining", "50"),
            Map.entry("RateLimit-Reset", "10"));
    assertThat(headers(HeaderDialect.X_RATE_LIMIT_EPOCH).of(decisions))
        .containsEntry("X-RateLimit-Reset", "1010");
  }

  @Test
  void dialectsThatContradictEachOtherAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> headers(HeaderDialect.X_RATE_LIMIT, HeaderDialect.X_RATE_LIMIT_EPOCH))
        .withMessageContaining("Fix: choose one of");
  }

  @Test
  void withoutDialectsARefusalStillSaysWhenToRetry() {
    assertThat(headers().of(List.of(refused(BURST, 0, seconds(9), seconds(3)))))
        .containsExactly(Map.entry("Retry-After", "3"));
  }

  @Test
  void ofLimitsWithAsManyCallsLeftTheTightestIsTheOneThatFillsLast() {
    assertThat(
            RateLimitHeaders.standard()
                .of(List.of(granted(BURST, 5, seconds(55)), granted(DAILY, 5, seconds(86_000)))))
        .containsEntry("X-RateLimit-Limit", "1000");
  }

  @Test
  void aLimitThatRefusesIsTighterThanOneThatGrantedItsLast() {
    LimitDecision last = new LimitDecision(DAILY, true, 0, seconds(90), seconds(90), 0);

    assertThat(
            RateLimitHeaders.standard()
                .of(List.of(last, refused(BURST, 0, seconds(60), seconds(1)))))
        .containsEntry("X-RateLimit-Limit", "60");
  }

  @Test
  void theLimitIsWhatAPeriodGivesWhateverTheBurst() {
    LimitPolicy limit =
        LimitPolicy.named("limit").permits(60, Duration.ofMinutes(1)).burst(90).build();

    assertThat(RateLimitHeaders.standard().of(List.of(granted(limit, 89, seconds(1)))))
        .containsEntry("X-RateLimit-Limit", "60")
        .containsEntry("RateLimit", "\"limit\";r=89;t=89");
  }

  private static RateLimitHeaders headers(HeaderDialect... dialects) {
    return RateLimitHeaders.of(() -> Instant.ofEpochSecond(1_000), List.of(dialects));
  }

  private static LimitDecision granted(LimitPolicy limit, long remaining, long reset) {
    return new LimitDecision(limit, true, remaining, reset, 0, 0);
  }

  private static LimitDecision refused(LimitPolicy limit, long remaining, long reset, long retry) {
    return new LimitDecision(limit, false, remaining, reset, retry, 0);
  }

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
