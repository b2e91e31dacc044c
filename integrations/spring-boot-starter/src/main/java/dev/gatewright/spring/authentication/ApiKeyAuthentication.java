package dev.gatewright.spring.authentication;

import dev.gatewright.authentication.apikey.ApiKey;
import dev.gatewright.authentication.apikey.ApiKeyHasher;
import dev.gatewright.authentication.apikey.ApiKeys;
import dev.gatewright.authentication.apikey.Peppers;
import dev.gatewright.secret.SecretValue;
import dev.gatewright.secret.SecretVersions;
import dev.gatewright.secret.Secrets;
import dev.gatewright.spring.startup.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes the hasher and the store of API keys of the properties below {@code gatewright.api-keys}.
 */
final class ApiKeyAuthentication {
  private static final String API_KEYS = "gatewright.api-keys";

  private ApiKeyAuthentication() {}

  static ApiKeyHasher hasher(ApiKeysProperties properties, Supplier<Secrets> secrets) {
    String name =
        Property.secretName(
            API_KEYS + ".pepper",
            properties.pepper(),
            properties.pepperName(),
            "set it to what 'openssl rand -base64 32' prints, and keep it apart from the hashes.");
    if (name == null) {
      return Property.build(API_KEYS + ".pepper", () -> ApiKeyHasher.ofBase64(properties.pepper()));
    }
    return Property.build(
        API_KEYS + ".pepper-name",
        () -> ApiKeyHasher.rotating(secrets.get().rotating(name, ApiKeyAuthentication::peppers)));
  }

  /** New keys are hashed under the current version; those before it are accepted meanwhile. */
  private static Peppers peppers(SecretVersions versions) {
    return Peppers.ofBase64(
        versions.current().text(),
        versions.previous().stream().map(SecretValue::text).toArray(String[]::new));
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
        name,
        () ->
            ApiKey.of(id, hash, owner)
                .scopes(key.scopes())
                .roles(key.roles())
                .expiresAt(key.expiresAt())
                .build());
  }
}
