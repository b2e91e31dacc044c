package dev.gatewright.sample.oauth;

import java.util.Map;

/** What scopes mean, in the words of customers. */
final class ScopeMeanings {
  static final String OPENID = "openid";

  private static final Map<String, String> MEANINGS =
      Map.of(
          "accounts:read", "see your accounts and what is on them",
          "settlements:read", "see what other banks are owed");

  private ScopeMeanings() {}

  static String of(String scope) {
    return MEANINGS.getOrDefault(scope, scope);
  }
}
