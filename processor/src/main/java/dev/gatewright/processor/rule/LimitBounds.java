package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.DurationText;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.LimitSpec;
import dev.gatewright.processor.model.Located;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Numbers beyond what the runtime's counters hold, a word of 63 bits for each key. The runtime
 * refuses the same numbers when the application starts.
 */
final class LimitBounds implements Rule {

  /** 2^60 nanoseconds, 36 years: where the counters' time ends. */
  private static final long HORIZON_NANOS = 1L << 60;

  /** Of what resilience4j counts. */
  private static final long MOST_GLOBAL_PERMITS = (1 << 30) - 1;

  private static final long SHORTEST_INTERVAL_NANOS = 100;

  @Override
  public List<Finding> check(GuardedType type) {
    return type.methods().stream()
        .flatMap(method -> method.declarations().limits().stream())
        .flatMap(limit -> check(limit).stream())
        .toList();
  }

  static Optional<Finding> check(LimitSpec limit) {
    boolean right =
        limit.permits().value() >= 1 && limit.burst().value() >= 0 && limit.cost().value() >= 1;
    // What is wrong by itself is reported as that.
    return right
        ? DurationText.parse(limit.per().value()).flatMap(period -> check(limit, period.toNanos()))
        : Optional.empty();
  }

  private static Optional<Finding> check(LimitSpec limit, long period) {
    Located<Long> permits = limit.permits();
    return switch (limit.strategy().value()) {
      case "FIXED_WINDOW" ->
          isKeptByResilience4j(limit)
              ? atMost(MOST_GLOBAL_PERMITS, "permits", permits, "a global window counts no further")
              : atMost(
                  largest(bits(period)),
                  "permits",
                  permits,
                  "a window of this period counts no further");
      case "SLIDING_WINDOW" ->
          atMost(
              largest(bits(period) / 2),
              "permits",
              permits,
              "a sliding window of this period counts no further");
      default ->
          atMost(
                  period / SHORTEST_INTERVAL_NANOS,
                  "permits",
                  permits,
                  "a bucket gives out at most one in 100 nanoseconds")
              .or(() -> checkBurst(limit, period));
    };
  }

  private static boolean isKeptByResilience4j(LimitSpec limit) {
    return limit.keyedBy() == null && limit.key().value().equals("GLOBAL");
  }

  /** Bits that the number of a window leaves for what was taken in it. */
  private static int bits(long period) {
    return Long.numberOfLeadingZeros(HORIZON_NANOS / period) - 1;
  }

  private static long largest(int bits) {
    return (1L << bits) - 1;
  }

  /** A leaky bucket without a burst has its cost for one; a token bucket its permits, which fit. */
  private static Optional<Finding> checkBurst(LimitSpec limit, long period) {
    long interval = (period - 1) / limit.permits().value() + 1;
    String reason = "more takes over 36 years to come back";
    return Stream.of(
            atMost(HORIZON_NANOS / interval, "burst", limit.burst(), reason),
            atMost(HORIZON_NANOS / interval, "cost", limit.cost(), reason))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Finding> atMost(
      long most, String member, Located<Long> value, String reason) {
    return value.value() <= most
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                LimitRule.BEYOND_COUNTERS,
                value.spot(),
                value.spot().element(),
                member,
                value.value(),
                most,
                reason));
  }
}
