package dev.gatewright.spring;

import dev.gatewright.runtime.auth.apikey.ApiKey;
import dev.gatewright.runtime.auth.apikey.ApiKeyAuthenticator;
import dev.gatewright.runtime.auth.apikey.ApiKeyHasher;
import dev.gatewright.runtime.auth.apikey.ApiKeys;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes the authenticator of API keys of the properties below {@code gatewright.api-keys}. */
final class ApiKeyAuthentication {
  private static final String API_KEYS = "gatewright.api-keys";

  private ApiKeyAuthentication() {}

  static ApiKeyAuthenticator authenticator(
      ApiKeysProperties properties, ApiKeys keys, InstantSource clock) {
    String pepper =
        Property.required(
            API_KEYS + ".pepper",
            properties.pepper(),
            "set it to what 'openssl rand -base64 32' prints, and keep it apart from the hashes.");
    ApiKeyHasher hasher = Property.build(API_KEYS + ".pepper", () -> ApiKeyHasher.ofBase64(pepper));
    return ApiKeyAuthenticator.builder(keys, hasher).clock(clock).build();
  }

  static ApiKeys keys(ApiKeysProperties properties) {
    List<ApiKey> keys = new ArrayList<>();
    for (int i = 0; i < properties.keys().size(); i++) {
      keys.add(key(API_KEYS + ".keys[" + i + "]", properties.keys().get(i)));
    }
    return Property.build(API_KEYS + ".keys", () -> ApiKeys.of(keys));
  }

  private static ApiKey key(String name, ApiKeysProperties.Key key) {
    String id = Property.required(name + ".id", key.id(), "set it to the id that was minted.");
    String hash =
        Property.required(name + ".hash", key.hash(), "set it to the hash that was minted.");
    String owner = Property.required(name + ".owner", key.owner(), "name whom it acts for.");
    return Property.build(
        name, () -> new ApiKey(id, hash, owner, key.scopes(), key.roles(), key.expiresAt()));
  }
}
