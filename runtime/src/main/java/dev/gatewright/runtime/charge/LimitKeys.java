package dev.gatewright.runtime.charge;

import dev.gatewright.LimitKey;
import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.exchange.ClientAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whose calls are counted together, as text. The kinds are told apart, and each part that a client
 * can choose comes after a length, so that no two callers share a key.
 */
final class LimitKeys {

  private LimitKeys() {}

  static String of(LimitKey key, ClientAddress address, @Nullable Caller caller) {
    if (key == LimitKey.GLOBAL) {
      return "";
    }
    if (key == LimitKey.ADDRESS || caller == null) {
      return address.limitKey();
    }
    String clientId = caller.clientId();
    if (key == LimitKey.OAUTH_CLIENT && clientId != null) {
      return joined("client:", caller.issuer(), clientId);
    }
    if (key == LimitKey.SUBJECT) {
      return joined("subject:", caller.issuer(), caller.subject());
    }
    String credentialId = caller.credentialId();
    if (caller.scheme() == Scheme.API_KEY && credentialId != null) {
      return joined("key:", caller.issuer(), credentialId);
    }
    return joined("caller:", caller.issuer(), caller.subject());
  }

  private static String joined(String kind, String issuer, String name) {
    return kind + issuer.length() + ':' + issuer + name;
  }
}
