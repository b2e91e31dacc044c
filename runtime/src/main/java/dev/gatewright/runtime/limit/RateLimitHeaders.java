package dev.gatewright.runtime.limit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The response headers that tell a client where it stands: {@code RateLimit-Policy} and {@code
 * RateLimit} (draft-ietf-httpapi-ratelimit-headers-11), {@code X-RateLimit-Limit}, {@code
 * X-RateLimit-Remaining} and {@code X-RateLimit-Reset} (seconds from now, of the tightest limit),
 * and on a refusal {@code Retry-After} (RFC 9110, section 10.2.3; seconds).
 */
public final class RateLimitHeaders {

  private static final RateLimitHeaders STANDARD =
      new RateLimitHeaders(List.of(HeaderDialect.IETF_DRAFT_11, HeaderDialect.X_RATE_LIMIT));

  private final List<HeaderDialect> dialects;

  private RateLimitHeaders(List<HeaderDialect> dialects) {
    this.dialects = List.copyOf(dialects);
  }

  /** The fields of the newest draft, and those that most clients know. */
  public static RateLimitHeaders standard() {
    return STANDARD;
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
        dialect.write(decisions, headers);
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
