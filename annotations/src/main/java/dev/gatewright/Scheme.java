package dev.gatewright;

/** A kind of credential. */
public enum Scheme {

  /** An access token in the {@code Authorization} header (RFC 6750). */
  BEARER,

  /** An API key in the {@code X-API-Key} header, never in the query string. */
  API_KEY
}
