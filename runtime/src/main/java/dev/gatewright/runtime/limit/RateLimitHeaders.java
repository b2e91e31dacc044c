package dev.gatewright.runtime.limit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the headers that tell a client of its limits. */
public final class RateLimitHeaders {
  private RateLimitHeaders() {}

  /** The headers for all decisions of one request. */
  public static Map<String, String> of(List<LimitDecision> decisions) {
    Map<String, String> headers = new TreeMap<>();
    for (LimitDecision decision : decisions) {
      if (!decision.granted()) {
        long seconds = -Math.floorDiv(-decision.retryAfterNanos(), 1_000_000_000L);
        headers.put("Retry-After", Long.toString(Math.max(1, seconds)));
      }
    }
    return headers;
  }
}
