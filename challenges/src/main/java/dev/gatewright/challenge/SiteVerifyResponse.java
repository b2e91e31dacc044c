package dev.gatewright.challenge;

import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a provider says of an answer. Immutable. */
final class SiteVerifyResponse {
  private static final int MAX_ERROR_CODES = 8;
  private static final int MAX_ERROR_CODE_LENGTH = 64;

  /** The offset as providers write it: {@code Z}, {@code +00:00} or {@code +0000}. */
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT);

  private final Claims claims;
  private final boolean success;

  private SiteVerifyResponse(Claims claims) throws InvalidCredentialException {
    this.claims = claims;
    success = claims.requiredBoolean("success");
  }

  /**
   * Reads a response.
   *
   * @throws InvalidCredentialException if it is no such response, which is the provider's fault
   */
  static SiteVerifyResponse read(byte[] json) throws InvalidCredentialException {
    return new SiteVerifyResponse(Claims.read(json, "the provider's response"));
  }

  boolean success() {
    return success;
  }

  /** The site on which the challenge was solved. */
  String hostname() throws InvalidCredentialException {
    return claims.requiredText("hostname");
  }

  /** What the site said it is for; null where it said nothing. */
  @Nullable String action() throws InvalidCredentialException {
    return "".equals(claims.value("action")) ? null : claims.text("action");
  }

  /** When the challenge was solved. */
  Instant solvedAt() throws InvalidCredentialException {
    try {
      return DATE.parse(claims.requiredText("challenge_ts"), OffsetDateTime::from).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidCredentialException("the provider's 'challenge_ts' is no date");
    }
  }

  /** From 0, a machine, to 1, a human; null where there is none. */
  @Nullable Double score() {
    return claims.value("score") instanceof Number score ? score.doubleValue() : null;
  }

  /** Why it is no success, as far as that is fit for a log. */
  List<String> errorCodes() {
    List<String> codes = new ArrayList<>();
    if (claims.value("error-codes") instanceof List<?> elements) {
      for (Object element : elements) {
        if (codes.size() < MAX_ERROR_CODES && element instanceof String code && isCode(code)) {
          codes.add(code);
        }
      }
    }
    return codes;
  }

  private static boolean isCode(String text) {
    if (text.isEmpty() || text.length() > MAX_ERROR_CODE_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_')) {
        return false;
      }
    }
    return true;
  }
}
