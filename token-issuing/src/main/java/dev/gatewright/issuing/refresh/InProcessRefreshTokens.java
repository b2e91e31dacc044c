package dev.gatewright.issuing.refresh;

import dev.gatewright.issuing.refresh.StoredRefreshToken.IssuedAccess;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refresh tokens in the memory of this process, which forgets them when it ends: for applications
 * that run once and whose users may log in anew after a restart. Thread-safe. Their number is
 * bounded, and one too many is refused: none is dropped to make room, as a used one that was
 * dropped could be reused unnoticed.
 */
public final class InProcessRefreshTokens implements RefreshTokenStore {
  private final int maxTokens;
  private final Map<String, Entry> byHash = new HashMap<>();
  private final Map<String, Family> byId = new HashMap<>();
  private final Map<String, Family> byAccessToken = new HashMap<>();

  /**
   * No tokens yet.
   *
   * @param maxTokens most tokens that are held at once, used ones included, 1 or more
   * @throws InvalidOptionException if that is less
   */
  public InProcessRefreshTokens(int maxTokens) {
    Option.require(maxTokens >= 1, "maxTokens", "is less than 1", "use 100000");
    this.maxTokens = maxTokens;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if there is no room, or the family or token is there already
   */
  @Override
  public synchronized void insert(RefreshFamily family, StoredRefreshToken first) {
    if (byId.containsKey(family.id()) || byHash.containsKey(first.hash())) {
      throw new IllegalStateException(
          "Refresh tokens of family '" + family.id() + "' are there. Fix: make a new family.");
    }
    requireRoom();
    Family added = new Family(family);
    byId.put(family.id(), added);
    add(added, first);
  }

  private void requireRoom() {
    if (byHash.size() >= maxTokens) {
      throw new IllegalStateException(
          "All "
              + maxTokens
              + " refresh tokens are taken. Fix: allow more, use a database, or call removeEnded"
              + " from time to time.");
    }
  }

  private void add(Family family, StoredRefreshToken token) {
    byHash.put(token.hash(), new Entry(family, token));
    family.hashes.add(token.hash());
    byAccessToken.put(token.accessToken().id(), family);
  }

  @Override
  public synchronized Optional<Found> find(String hash) {
    return Optional.ofNullable(byHash.get(hash))
        .map(entry -> new Found(entry.family.state, entry.token));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if there is no room
   */
  @Override
  public synchronized boolean replace(String usedHash, Instant now, StoredRefreshToken next) {
    Entry used = byHash.get(usedHash);
    if (used == null || used.token.usedAt() != null || used.family.state.revokedAt() != null) {
      return false;
    }
    requireRoom();
    used.token =
        new StoredRefreshToken(usedHash, used.token.expiresAt(), now, used.token.accessToken());
    add(used.family, next);
    return true;
  }

  @Override
  public synchronized List<IssuedAccess> revoke(String familyId, Instant now, Instant over) {
    Family family = byId.get(familyId);
    if (family == null) {
      return List.of();
    }
    RefreshFamily state = family.state;
    if (state.revokedAt() == null) {
      family.state = new RefreshFamily(state.id(), state.grant(), state.endsAt(), now);
    }
    return liveAccess(family, over).toList();
  }

  private Stream<IssuedAccess> liveAccess(Family family, Instant over) {
    return family.hashes.stream()
        .map(byHash::get)
        .filter(Objects::nonNull)
        .map(entry -> entry.token.accessToken())
        .filter(access -> over.isBefore(access.expiresAt()));
  }

  @Override
  public synchronized List<String> liveFamilies(String subject, Instant over) {
    return byId.values().stream()
        .filter(family -> family.state.grant().subject().equals(subject))
        .filter(family -> isLive(family, over))
        .map(family -> family.state.id())
        .toList();
  }

  private boolean isLive(Family family, Instant over) {
    return (family.state.revokedAt() == null && over.isBefore(family.state.endsAt()))
        || liveAccess(family, over).findAny().isPresent();
  }

  @Override
  public synchronized Optional<String> familyOfAccessToken(String accessTokenId) {
    return Optional.ofNullable(byAccessToken.get(accessTokenId)).map(family -> family.state.id());
  }

  @Override
  public synchronized int removeEnded(Instant over) {
    List<Family> ended =
        byId.values().stream()
            .filter(family -> !over.isBefore(family.state.endsAt()))
            .filter(family -> liveAccess(family, over).findAny().isEmpty())
            .toList();
    for (Family family : ended) {
      byId.remove(family.state.id());
      for (String hash : family.hashes) {
        Entry entry = byHash.remove(hash);
        if (entry != null) {
          byAccessToken.remove(entry.token.accessToken().id());
        }
      }
    }
    return ended.size();
  }

  private static final class Family {
    private final List<String> hashes = new ArrayList<>();
    private RefreshFamily state;

    Family(RefreshFamily state) {
      this.state = state;
    }
  }

  private static final class Entry {
    private final Family family;
    private StoredRefreshToken token;

    Entry(Family family, StoredRefreshToken token) {
      this.family = family;
      this.token = token;
    }
  }
}
