package dev.gatewright.issuing.refresh;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All refresh tokens that came of one authentication. Immutable.
 *
 * @param id names the family in the store and in logs; no secret
 * @param grant what its tokens stand for
 * @param endsAt when the last of its tokens ends, however often it is refreshed
 * @param revokedAt when it was revoked; null where it was not
 */
public record RefreshFamily(
    String id, RefreshGrant grant, Instant endsAt, @Nullable Instant revokedAt) {}
