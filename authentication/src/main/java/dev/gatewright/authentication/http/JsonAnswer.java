package dev.gatewright.authentication.http;

/** What a server said that was asked for JSON. */
public sealed interface JsonAnswer {

  /** Something in JSON, yet unread. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Json(byte[] body) implements JsonAnswer {}

  /**
   * Nothing that could be used.
   *
   * @param reason why, for the log only
   */
  record None(String reason) implements JsonAnswer {}
}
