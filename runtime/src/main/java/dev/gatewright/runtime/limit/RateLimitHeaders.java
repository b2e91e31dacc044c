package dev.gatewright.runtime.limit;

import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The response headers that tell a client where it stands, in the dialects that are chosen, and on
 * a refusal {@code Retry-After} (RFC 9110, section 10.2.3; seconds). Immutable and thread-safe.
 */
public final class RateLimitHeaders {

  private static final RateLimitHeaders STANDARD =
      of(InstantSource.system(), List.of(HeaderDialect.IETF_DRAFT_11, HeaderDialect.X_RATE_LIMIT));

  private final InstantSource clock;
  private final List<HeaderDialect> dialects;

  private RateLimitHeaders(InstantSource clock, List<HeaderDialect> dialects) {
    this.clock = clock;
    this.dialects = List.copyOf(dialects);
  }

  /** The fields of the newest draft, and those that most clients know. */
  public static RateLimitHeaders standard() {
    return STANDARD;
  }

  /**
   * Chosen dialects.
   *
   * @param clock wall time
   * @param dialects may be empty, and then only {@code Retry-After} is sent
   * @throws IllegalArgumentException if two of them use one field in different ways
   */
  public static RateLimitHeaders of(InstantSource clock, List<HeaderDialect> dialects) {
    if (dialects.contains(HeaderDialect.X_RATE_LIMIT)
        && dialects.contains(HeaderDialect.X_RATE_LIMIT_EPOCH)) {
      throw new IllegalArgumentException(
          "X-RateLimit-Reset cannot be seconds from now and since 1970. Fix: choose one of"
              + " X_RATE_LIMIT and X_RATE_LIMIT_EPOCH.");
    }
    return new RateLimitHeaders(clock, dialects);
  }

  /**
   * The headers of one response, by name, in the order to send them; unmodifiable.
   *
   * @param decisions of all limits that were asked, in the order they were asked; may be empty, and
   *     then no headers are
   */
  public Map<String, String> of(List<LimitDecision> decisions) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (!decisions.isEmpty()) {
      for (HeaderDialect dialect : dialects) {
        dialect.write(decisions, clock.instant(), headers);
      }
      retryAfter(decisions, headers);
    }
    return Collections.unmodifiableMap(headers);
  }

  private static void retryAfter(List<LimitDecision> decisions, Map<String, String> headers) {
    long longest = 0;
    for (LimitDecision decision : decisions) {
      if (!decision.granted()) {
        longest = Math.max(longest, HeaderDialect.secondsUntilUsable(decision));
      }
    }
    if (longest > 0) {
      headers.put("Retry-After", Long.toString(longest));
    }
  }
}
