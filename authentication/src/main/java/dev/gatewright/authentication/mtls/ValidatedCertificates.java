package dev.gatewright.authentication.mtls;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers for a minute which certificates led to a trusted authority, as following a path costs a
 * signature check for each of its certificates. Only what is valid is remembered, so that only
 * clients of these authorities take up room. Thread-safe.
 */
final class ValidatedCertificates {
  private static final Duration MEMORY = Duration.ofMinutes(1);
  private static final int MAX_ENTRIES = 10_000;

  /** When a path was validated, and when that is forgotten. */
  private record Validated(Instant from, Instant until) {
    boolean holds(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }
  }

  private final TrustedAuthorities authorities;
  private final Map<String, Validated> byThumbprint = new ConcurrentHashMap<>();

  ValidatedCertificates(TrustedAuthorities authorities) {
    this.authorities = authorities;
  }

  /**
   * Whether a certificate leads to a trusted authority.
   *
   * @param thumbprint names the first certificate of the chain
   */
  boolean leadsToAuthority(String thumbprint, List<X509Certificate> chain, Instant now) {
    Validated known = byThumbprint.get(thumbprint);
    if (known != null && known.holds(now)) {
      return true;
    }
    Instant end = authorities.validUntil(chain, now);
    if (end == null) {
      return false;
    }
    remember(thumbprint, new Validated(now, earlier(end, now.plus(MEMORY))));
    return true;
  }

  private void remember(String thumbprint, Validated validated) {
    if (byThumbprint.size() >= MAX_ENTRIES) {
      byThumbprint.clear();
    }
    byThumbprint.put(thumbprint, validated);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
