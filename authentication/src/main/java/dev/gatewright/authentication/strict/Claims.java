package dev.gatewright.authentication.strict;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Claims about somebody, read without coercion: a claim that is present is of its type, or the
 * whole is refused; null counts as present. Causes name claims and never hold their values.
 */
public final class Claims {

  /** 9999-12-31T23:59:59Z. What is later is no date, or was given in milliseconds. */
  private static final double LATEST = 253_402_300_799.0;

  /** The control character that ends ASCII. */
  private static final char DELETE = 0x7f;

  private static final Object ABSENT = new Object();

  private final Map<String, @Nullable Object> claims;
  private final String what;

  /**
   * Claims.
   *
   * @param claims as {@link StrictJson} read them
   * @param what names the whole in causes: {@code the token}
   */
  public Claims(Map<String, @Nullable Object> claims, String what) {
    this.claims = claims;
    this.what = what;
  }

  /**
   * Reads a JSON object.
   *
   * @param what names it in messages: {@code the provider's response}
   * @throws InvalidCredentialException if the bytes are anything but one well-formed object
   */
  public static Claims read(byte[] utf8, String what) throws InvalidCredentialException {
    return new Claims(StrictJson.readObject(utf8, what), what);
  }

  /** The same claims and one more, which is as if it had been read. */
  public Claims with(String name, String text) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(claims);
    more.put(name, text);
    return new Claims(more, what);
  }

  /** The value as it was read, see {@link StrictJson#readObject}; null where there is none. */
  public @Nullable Object value(String name) {
    return claims.get(name);
  }

  /** Whether there is a claim of this name, be it null. */
  public boolean has(String name) {
    return claims.containsKey(name);
  }

  /** A mandatory string. */
  public String requiredText(String name) throws InvalidCredentialException {
    String text = text(name);
    if (text == null) {
      throw missing(name);
    }
    return text;
  }

  /** An optional string; never empty, and without control characters or half surrogate pairs. */
  public @Nullable String text(String name) throws InvalidCredentialException {
    Object value = valueOf(name);
    return value == ABSENT ? null : checkedText(name, value);
  }

  /** A mandatory NumericDate (RFC 7519, section 2). */
  public Instant requiredDate(String name) throws InvalidCredentialException {
    Instant date = date(name);
    if (date == null) {
      throw missing(name);
    }
    return date;
  }

  /** An optional NumericDate: finite, in seconds, with or without a fraction. */
  public @Nullable Instant date(String name) throws InvalidCredentialException {
    Object value = valueOf(name);
    if (value == ABSENT) {
      return null;
    }
    if (!(value instanceof Number number)) {
      throw new InvalidCredentialException(what + "'s '" + name + "' is no number");
    }
    double seconds = number.doubleValue();
    if (!(seconds >= 0 && seconds <= LATEST)) {
      throw new InvalidCredentialException(what + "'s '" + name + "' is no date in seconds");
    }
    return number instanceof Long whole
        ? Instant.ofEpochSecond(whole)
        : Instant.ofEpochMilli((long) (seconds * 1_000));
  }

  /**
   * A string, which counts as one value, or an array of strings; empty where the claim is absent.
   */
  public Set<String> textOrTexts(String name) throws InvalidCredentialException {
    Object value = valueOf(name);
    if (value == ABSENT) {
      return Set.of();
    }
    if (!(value instanceof List<?> elements)) {
      return Set.of(checkedText(name, value));
    }
    if (elements.size() == 1) {
      return Set.of(checkedText(name, elements.get(0)));
    }
    Set<String> texts = new LinkedHashSet<>();
    for (Object element : elements) {
      texts.add(checkedText(name, element));
    }
    return texts;
  }

  /**
   * A string, a whole number, a boolean, or an array of these, as texts; empty where the claim is
   * absent, null or blank.
   */
  public Set<String> scalars(String name) throws InvalidCredentialException {
    Object value = valueOf(name);
    Set<String> texts = new LinkedHashSet<>();
    for (Object each :
        value instanceof List<?> elements ? elements : Collections.singleton(value)) {
      if (each instanceof Long || each instanceof Boolean) {
        texts.add(each.toString());
      } else if (each != null
          && each != ABSENT
          && !(each instanceof String text && text.isBlank())) {
        texts.add(checkedText(name, each));
      }
    }
    return texts;
  }

  /** Scopes: one string separated by spaces (RFC 8693, section 4.2), or an array of strings. */
  public Set<String> scopes(String name) throws InvalidCredentialException {
    Set<String> scopes =
        claims.get(name) instanceof String text ? separated(text) : textOrTexts(name);
    for (String scope : scopes) {
      if (!Scopes.isScope(scope)) {
        throw new InvalidCredentialException(what + "'s '" + name + "' holds what is no scope");
      }
    }
    return scopes;
  }

  private static Set<String> separated(String text) {
    if (!text.isEmpty() && text.indexOf(' ') < 0) {
      return Set.of(text);
    }
    Set<String> parts = new LinkedHashSet<>();
    int start = 0;
    while (start < text.length()) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      if (end > start) {
        parts.add(text.substring(start, end));
      }
      start = end + 1;
    }
    return parts;
  }

  /** An optional object, such as {@code cnf} (RFC 7800). */
  public @Nullable Claims object(String name) throws InvalidCredentialException {
    Object value = valueOf(name);
    if (value == ABSENT) {
      return null;
    }
    if (!(value instanceof Map<?, ?> members)) {
      throw new InvalidCredentialException(what + "'s '" + name + "' is no object");
    }
    @SuppressWarnings("unchecked") // StrictJson makes no other maps
    Map<String, @Nullable Object> object = (Map<String, @Nullable Object>) members;
    return new Claims(object, what + "'s '" + name + "'");
  }

  /** The value, which may be null, or {@link #ABSENT}. */
  private @Nullable Object valueOf(String name) {
    return claims.getOrDefault(name, ABSENT);
  }

  /** The names of all claims. */
  public Set<String> names() {
    return claims.keySet();
  }

  /** A mandatory true or false. */
  public boolean requiredBoolean(String name) throws InvalidCredentialException {
    if (claims.get(name) instanceof Boolean value) {
      return value;
    }
    throw new InvalidCredentialException(what + "'s '" + name + "' is missing or no boolean");
  }

  private String checkedText(String name, @Nullable Object value)
      throws InvalidCredentialException {
    if (!(value instanceof String text)) {
      throw new InvalidCredentialException(what + "'s '" + name + "' is no string");
    }
    if (!isPrintable(text)) {
      throw new InvalidCredentialException(
          what + "'s '" + name + "' is blank or holds control characters");
    }
    return text;
  }

  /** Whether there is more than blanks, and neither control characters nor half surrogate pairs. */
  private static boolean isPrintable(String text) {
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c < DELETE) {
        blank = false;
      } else if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          return false;
        }
        i++;
      } else if (Character.isISOControl(c)) {
        return false;
      }
      blank = blank && Character.isWhitespace(c);
    }
    return !blank;
  }

  private InvalidCredentialException missing(String name) {
    return new InvalidCredentialException(what + " has no '" + name + "'");
  }
}
