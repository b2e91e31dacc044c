package dev.gatewright;

/**
 * Whose calls a limit counts together. Where a caller has no such property, as an API key has no
 * OAuth client, the limit counts by {@link #CALLER} instead; it is never skipped.
 */
public enum LimitKey {

  /** The authenticated caller: token issuer and subject, or API key. */
  CALLER,

  /** The client's network address, behind trusted proxies the forwarded one; IPv6 by its /64. */
  ADDRESS,

  /** The subject: the user a token speaks for or the owner of an API key. */
  SUBJECT,

  /** The API key. */
  API_KEY,

  /** The OAuth 2.0 client the token was issued to. */
  OAUTH_CLIENT,

  /** Everybody together; kept by resilience4j, and so in fixed windows only. */
  GLOBAL
}
