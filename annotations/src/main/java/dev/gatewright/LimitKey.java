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

  /** Everybody together. */
  GLOBAL,

  /**
   * What {@link RateLimited#keyedBy} makes of the arguments. Follows from it, and is never written.
   */
  ARGUMENT
}
