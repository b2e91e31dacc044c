package dev.gatewright.issuing.apikey;

import dev.gatewright.authentication.apikey.ApiKey;

/**
 * A new API key. Its text form does not hold the key.
 *
 * @param text the whole key, to be handed to its owner once and kept nowhere
 * @param key what is stored
 */
public record MintedApiKey(String text, ApiKey key) {

  @Override
  public String toString() {
    return "MintedApiKey[" + key + "]";
  }
}
