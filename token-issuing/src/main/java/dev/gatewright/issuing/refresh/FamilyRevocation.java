package dev.gatewright.issuing.refresh;

import dev.gatewright.authentication.RevocationStore;
import dev.gatewright.authentication.jwt.TrustedIssuer;
import dev.gatewright.issuing.refresh.StoredRefreshToken.IssuedAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Revokes families with their access tokens, in the store first: nobody gets new access tokens
 * while the old ones are being revoked. May be repeated until it succeeds. Thread-safe.
 */
final class FamilyRevocation {
  private final RefreshTokenStore store;
  private final RevocationStore revocations;
  private final String issuer;

  FamilyRevocation(RefreshTokenStore store, RevocationStore revocations, String issuer) {
    this.store = store;
    this.revocations = revocations;
    this.issuer = issuer;
  }

  void revoke(List<String> families, Instant now) {
    List<IssuedAccess> inForce = new ArrayList<>();
    families.forEach(family -> inForce.addAll(store.revoke(family, now, over(now))));
    inForce.forEach(access -> revocations.revoke(issuer, access.id(), access.expiresAt()));
  }

  void revokeSubject(String subject, Instant now) {
    revoke(store.liveFamilies(subject, over(now)), now);
  }

  int removeEnded(Instant now) {
    return store.removeEnded(over(now));
  }

  /** What has ended by then is taken by no clock. */
  private static Instant over(Instant now) {
    return now.minus(TrustedIssuer.MAX_CLOCK_SKEW);
  }
}
