package dev.gatewright.runtime.problem;

/** Why a request is refused, with what the client is told of it. */
public enum RefusalReason {
  INSECURE_TRANSPORT(403, "HTTPS is required"),
  MALFORMED_REQUEST(400, "The request is malformed"),
  LENGTH_REQUIRED(411, "The length of the request body must be declared"),
  BODY_TOO_LARGE(413, "The request body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
  CREDENTIAL_MISSING(401, "Authentication is required"),
  CREDENTIAL_INVALID(401, "The credential is not valid"),
  SEVERAL_CREDENTIALS(400, "Exactly one credential may be sent"),
  AUTHENTICATION_FAILED(401, "Authentication failed"),
  INSUFFICIENT_AUTHENTICATION(401, "A stronger or more recent authentication is required"),
  INSUFFICIENT_SCOPE(403, "The access token has not all scopes that are needed"),
  ROLE_MISSING(403, "Access is denied"),
  OBJECT_DENIED(403, "Access is denied"),
  INVALID_INPUT(422, "The input is not valid"),
  LIMIT_EXCEEDED(
      429, "Too many requests", "https://iana.org/assignments/http-problem-types#quota-exceeded"),
  UNDECIDABLE(
      503,
      "The request cannot be decided now",
      "https://iana.org/assignments/http-problem-types#temporary-reduced-capacity");

  private final int status;
  private final String title;
  private final String type;

  RefusalReason(int status, String title) {
    this(status, title, "about:blank");
  }

  RefusalReason(int status, String title, String type) {
    this.status = status;
    this.title = title;
    this.type = type;
  }

  /** The HTTP status code. */
  public int status() {
    return status;
  }

  /** What the client is told, the same for every request. */
  public String title() {
    return title;
  }

  /** The problem type, an absolute URI (RFC 9457, section 3.1.1). */
  public String type() {
    return type;
  }

  /** Whether a credential was tried and was wrong, as in guessing. */
  public boolean isFailedAuthentication() {
    return this == CREDENTIAL_INVALID || this == AUTHENTICATION_FAILED;
  }
}
