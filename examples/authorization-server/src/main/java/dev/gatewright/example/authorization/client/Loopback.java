package dev.gatewright.example.authorization.client;

import org.jspecify.annotations.Nullable;

/** Recognises this machine itself, where HTTP is as good as HTTPS (RFC 8252, section 8.3). */
final class Loopback {
  private Loopback() {}

  static boolean isHost(@Nullable String host) {
    return "localhost".equals(host) || isAddress(host);
  }

  static boolean isAddress(@Nullable String host) {
    return "127.0.0.1".equals(host) || "[::1]".equals(host);
  }
}
