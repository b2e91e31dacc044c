package dev.gatewright.testing;

import dev.gatewright.authentication.apikey.ApiKey;
import dev.gatewright.authentication.apikey.ApiKeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Another store, of which a test changes one method. */
public class ForwardingApiKeys implements ApiKeyStore {
  private final ApiKeyStore store;

  public ForwardingApiKeys(ApiKeyStore store) {
    this.store = store;
  }

  @Override
  public Optional<ApiKey> findById(String id) {
    return store.findById(id);
  }

  @Override
  public void insert(ApiKey key) {
    store.insert(key);
  }

  @Override
  public List<ApiKey> findByOwner(String owner) {
    return store.findByOwner(owner);
  }

  @Override
  public boolean endBy(String id, Instant instant) {
    return store.endBy(id, instant);
  }

  @Override
  public boolean revoke(String id, Instant now) {
    return store.revoke(id, now);
  }

  @Override
  public void recordUse(String id, Instant instant) {
    store.recordUse(id, instant);
  }

  @Override
  public boolean replaceHash(String id, String oldHash, String newHash) {
    return store.replaceHash(id, oldHash, newHash);
  }
}
