package dev.gatewright.runtime.auth;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a verified token, read without coercion: a claim that is present is of its type, or
 * the token is refused; null counts as present. Causes name claims and never hold their values.
 */
final class JwtClaims {

  /** 9999-12-31T23:59:59Z. What is later is no date, or was given in milliseconds. */
  private static final double LATEST = 253_402_300_799.0;

  private final Map<String, @Nullable Object> claims;

  JwtClaims(Map<String, @Nullable Object> claims) {
    this.claims = claims;
  }

  boolean has(String name) {
    return claims.containsKey(name);
  }

  /** A mandatory string. */
  String requiredText(String name) throws InvalidTokenException {
    String text = text(name);
    if (text == null) {
      throw missing(name);
    }
    return text;
  }

  /** An optional string; never empty, and without control characters or half surrogate pairs. */
  @Nullable String text(String name) throws InvalidTokenException {
    return has(name) ? checkedText(name, claims.get(name)) : null;
  }

  /** A mandatory NumericDate (RFC 7519, section 2). */
  Instant requiredDate(String name) throws InvalidTokenException {
    Instant date = date(name);
    if (date == null) {
      throw missing(name);
    }
    return date;
  }

  /** An optional NumericDate: finite, in seconds, with or without a fraction. */
  @Nullable Instant date(String name) throws InvalidTokenException {
    if (!has(name)) {
      return null;
    }
    if (!(claims.get(name) instanceof Number number)) {
      throw new InvalidTokenException("the token's '" + name + "' is no number");
    }
    double seconds = number.doubleValue();
    if (!(seconds >= 0 && seconds <= LATEST)) {
      throw new InvalidTokenException("the token's '" + name + "' is no date in seconds");
    }
    return number instanceof Long whole
        ? Instant.ofEpochSecond(whole)
        : Instant.ofEpochMilli((long) (seconds * 1_000));
  }

  /**
   * A string, which counts as one value, or an array of strings; empty where the claim is absent.
   */
  Set<String> textOrTexts(String name) throws InvalidTokenException {
    if (!has(name)) {
      return Set.of();
    }
    Object value = claims.get(name);
    if (!(value instanceof List<?> elements)) {
      return Set.of(checkedText(name, value));
    }
    Set<String> texts = new LinkedHashSet<>();
    for (Object element : elements) {
      texts.add(checkedText(name, element));
    }
    return texts;
  }

  /** Scopes: one string separated by spaces (RFC 8693, section 4.2), or an array of strings. */
  Set<String> scopes(String name) throws InvalidTokenException {
    Set<String> scopes = new LinkedHashSet<>();
    if (claims.get(name) instanceof String text) {
      for (String scope : text.split(" ", -1)) {
        if (!scope.isEmpty()) {
          scopes.add(scope);
        }
      }
    } else {
      scopes.addAll(textOrTexts(name));
    }
    for (String scope : scopes) {
      if (!Scopes.isScope(scope)) {
        throw new InvalidTokenException("the token's '" + name + "' holds what is no scope");
      }
    }
    return scopes;
  }

  private static String checkedText(String name, @Nullable Object value)
      throws InvalidTokenException {
    if (!(value instanceof String text)) {
      throw new InvalidTokenException("the token's '" + name + "' is no string");
    }
    if (text.isBlank() || !text.codePoints().allMatch(JwtClaims::isPrintable)) {
      throw new InvalidTokenException(
          "the token's '" + name + "' is blank or holds control characters");
    }
    return text;
  }

  private static boolean isPrintable(int codePoint) {
    return !Character.isISOControl(codePoint)
        && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
  }

  private static InvalidTokenException missing(String name) {
    return new InvalidTokenException("the token has no '" + name + "'");
  }
}
