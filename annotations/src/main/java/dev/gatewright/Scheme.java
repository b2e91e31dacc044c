package dev.gatewright;

/** A kind of credential. */
public enum Scheme {

  /**
   * An access token in the {@code Authorization} header (RFC 6750). One that is bound to a TLS
   * client certificate is accepted from its holder only (RFC 8705).
   */
  BEARER,

  /** An access token with a proof that the sender has the key it is bound to (RFC 9449). */
  DPOP,

  /** A TLS client certificate, where the request carries no other credential. */
  MUTUAL_TLS,

  /** An API key in the {@code X-API-Key} header, never in the query string. */
  API_KEY
}
