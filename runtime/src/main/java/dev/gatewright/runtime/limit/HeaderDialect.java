package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A way to spell the state of limits in header fields. Writes structured fields itself, as two
 * kinds of items are written and none is read, which is less than an adapter to a library would be.
 */
public enum HeaderDialect {

  /** {@code RateLimit-Policy} and {@code RateLimit}: draft-ietf-httpapi-ratelimit-headers-11. */
  IETF_DRAFT_11("RateLimit", false) {
    @Override
    void write(List<LimitDecision> decisions, Instant now, Map<String, String> headers) {
      StringBuilder policies = new StringBuilder();
      StringBuilder states = new StringBuilder();
      named(decisions)
          .forEach(
              (name, decision) -> {
                LimitPolicy limit = decision.limit();
                separate(policies).append(string(name));
                policies.append(";q=").append(integer(limit.permits()));
                policies.append(";w=").append(seconds(limit.period().toNanos()));
                separate(states).append(string(name));
                states.append(";r=").append(integer(decision.remaining()));
                states.append(";t=").append(window(decision));
              });
      headers.put("RateLimit-Policy", policies.toString());
      headers.put("RateLimit", states.toString());
    }
  },

  /**
   * {@code RateLimit-Limit}, {@code RateLimit-Remaining} and {@code RateLimit-Reset}, of the limit
   * that binds first: draft-ietf-httpapi-ratelimit-headers-06 and before.
   */
  IETF_DRAFT_6("RateLimit-", false),

  /**
   * {@code X-RateLimit-Limit}, {@code X-RateLimit-Remaining} and {@code X-RateLimit-Reset}, of the
   * limit that binds first; the last in seconds from now.
   */
  X_RATE_LIMIT("X-RateLimit-", false),

  /** The same, but {@code X-RateLimit-Reset} in seconds since 1970. */
  X_RATE_LIMIT_EPOCH("X-RateLimit-", true);

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** The largest Integer of structured fields (RFC 9651, section 3.3.1). */
  private static final long MAX_INTEGER = 999_999_999_999_999L;

  /** Refusals before grants, the longest wait first; then by calls left, the slowest first. */
  private static final Comparator<LimitDecision> TIGHTEST_FIRST =
      Comparator.comparing(LimitDecision::granted)
          .thenComparing(LimitDecision::retryAfterNanos, Comparator.reverseOrder())
          .thenComparingLong(decision -> decision.remaining() / decision.limit().cost())
          .thenComparing(LimitDecision::resetNanos, Comparator.reverseOrder());

  private final String prefix;
  private final boolean sinceEpoch;

  HeaderDialect(String prefix, boolean sinceEpoch) {
    this.prefix = prefix;
    this.sinceEpoch = sinceEpoch;
  }

  /** Adds this dialect's fields for at least one decision. */
  void write(List<LimitDecision> decisions, Instant now, Map<String, String> headers) {
    LimitDecision tightest = decisions.stream().min(TIGHTEST_FIRST).orElseThrow();
    long origin = sinceEpoch ? now.getEpochSecond() : 0;
    headers.put(prefix + "Limit", Long.toString(tightest.limit().permits()));
    headers.put(prefix + "Remaining", Long.toString(tightest.remaining()));
    headers.put(prefix + "Reset", Long.toString(origin + seconds(tightest.resetNanos())));
  }

  /** Whole seconds until the next call could be granted, at least 1. */
  static long secondsUntilUsable(LimitDecision decision) {
    return Math.max(seconds(decision.retryAfterNanos()), 1);
  }

  /** Seconds in which no more than the remaining permits can be used: the parameter t. */
  private static long window(LimitDecision decision) {
    LimitPolicy limit = decision.limit();
    if (!decision.granted() || decision.remaining() < limit.cost()) {
      return secondsUntilUsable(decision);
    }
    long nanos =
        switch (limit.strategy()) {
          case TOKEN_BUCKET, LEAKY_BUCKET -> refillNanos(limit, decision.remaining());
          case FIXED_WINDOW -> decision.resetNanos();
          // Calls of this window are forgotten by the end of the next, but begin to fade at its
          // own.
          case SLIDING_WINDOW -> decision.resetNanos() - limit.period().toNanos();
        };
    return Math.max(seconds(nanos), 1);
  }

  /** Time in which so many permits return. */
  private static long refillNanos(LimitPolicy limit, long permits) {
    long interval = (limit.period().toNanos() - 1) / limit.permits() + 1;
    return permits > Long.MAX_VALUE / interval ? Long.MAX_VALUE : permits * interval;
  }

  private static long seconds(long nanos) {
    return nanos <= 0 ? 0 : (nanos - 1) / NANOS_PER_SECOND + 1;
  }

  /** Each limit once, under a name no other has: the second {@code find} is {@code find-2}. */
  private static Map<String, LimitDecision> named(List<LimitDecision> decisions) {
    Map<String, LimitDecision> named = new LinkedHashMap<>();
    Map<String, Integer> used = new HashMap<>();
    for (LimitDecision decision : decisions) {
      String name = decision.limit().name();
      String unique = name;
      while (named.putIfAbsent(unique, decision) != null) {
        unique = name + "-" + (used.merge(name, 1, Integer::sum) + 1);
      }
    }
    return named;
  }

  private static StringBuilder separate(StringBuilder list) {
    return list.isEmpty() ? list : list.append(',');
  }

  /**
   * A String of structured fields (RFC 9651, section 3.3.3). What a String cannot hold, control
   * characters and anything beyond ASCII, is percent-encoded as UTF-8: no name can end the field or
   * begin another.
   */
  static String string(String text) {
    StringBuilder item = new StringBuilder(text.length() + 2).append('"');
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet < 0x20 || octet == 0x7f) {
        item.append("%%%02X".formatted(octet));
      } else {
        if (octet == '"' || octet == '\\') {
          item.append('\\');
        }
        item.append((char) octet);
      }
    }
    return item.append('"').toString();
  }

  /** A non-negative Integer (section 3.3.1); the largest there is for any larger. */
  static String integer(long value) {
    return Long.toString(Math.min(value, MAX_INTEGER));
  }
}
