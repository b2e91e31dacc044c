package dev.gatewright.issuing.refresh;

import dev.gatewright.issuing.refresh.StoredRefreshToken.IssuedAccess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where refresh tokens are stored. Implementations are thread-safe; each method happens as a whole
 * or not at all, also towards other processes that share the store. They throw a RuntimeException
 * where something cannot be stored or told now; nothing has then changed.
 *
 * <p>Tokens that were used stay until their family ends: they are how a stolen one is noticed.
 * After that they stay until the last access token of the family is over, so that it can be
 * revoked.
 *
 * <p>An access token is over later than it ends by itself, as the clocks of those who verify it may
 * differ: {@code over} is the instant by which whatever is over must have ended.
 */
public interface RefreshTokenStore {

  /**
   * A token with its family.
   *
   * @param family its family
   * @param token the token
   */
  record Found(RefreshFamily family, StoredRefreshToken token) {}

  /** Adds a family with its first token. */
  void insert(RefreshFamily family, StoredRefreshToken first);

  /** The token with this hash, whether used, ended or revoked. */
  Optional<Found> find(String hash);

  /**
   * Uses a token up and adds the one that follows it, but only if it was not used before and its
   * family is not revoked. Of any number of attempts on one token, at most one succeeds.
   *
   * @return whether it did
   */
  boolean replace(String usedHash, Instant now, StoredRefreshToken next);

  /**
   * Revokes a family for good. The first time counts; once this returns, no {@link #replace} of one
   * of its tokens succeeds.
   *
   * @return the family's access tokens that are not over, also where the family was revoked before;
   *     empty where there is no such family
   */
  List<IssuedAccess> revoke(String familyId, Instant now, Instant over);

  /**
   * Ids of the families of a subject that have neither ended nor been revoked, and of those that
   * have and of which an access token is not over.
   */
  List<String> liveFamilies(String subject, Instant over);

  /** Id of the family in which an access token was issued, while the family is remembered. */
  Optional<String> familyOfAccessToken(String accessTokenId);

  /**
   * Forgets families that have ended and of which no access token is left.
   *
   * @return how many
   */
  int removeEnded(Instant over);
}
