package dev.gatewright.authentication.apikey;

import java.time.Instant;
import java.util.List;

/**
 * API keys that come and go while the application runs. Implementations are thread-safe, and what
 * one method has changed the next look-up sees, in every process that shares the store. They throw
 * a RuntimeException where something cannot be stored or told now; nothing has then changed.
 */
public interface ApiKeyStore extends ApiKeys {

  /**
   * Adds a key.
   *
   * @throws IllegalStateException if its id is taken
   */
  void insert(ApiKey key);

  /** All keys of an owner, ended and revoked ones too, oldest first. */
  List<ApiKey> findByOwner(String owner);

  /**
   * Lets a key end at an instant, unless it ends before. Never makes a key live longer.
   *
   * @return false if there is no such key, or it was revoked
   */
  boolean endBy(String id, Instant instant);

  /**
   * Revokes a key for good. The first time counts.
   *
   * @return false if there is no such key
   */
  boolean revoke(String id, Instant now);

  /** Remembers that a key was used, unless a later use is known. An unknown id is ignored. */
  void recordUse(String id, Instant instant);

  /**
   * Replaces a key's hash, as the pepper has changed.
   *
   * @return false if there is no such key, or its hash is no longer the old one
   */
  boolean replaceHash(String id, String oldHash, String newHash);
}
