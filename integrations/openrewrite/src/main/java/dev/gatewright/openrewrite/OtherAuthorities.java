package dev.gatewright.openrewrite;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What authorities mean that begin neither with {@code ROLE_} nor with {@code SCOPE_}. */
enum OtherAuthorities {

  /** Nothing that is known: what asks for one stays as it is. */
  LEFT,

  /** Roles: {@code hasAuthority('reports')} becomes {@code roles = "reports"}. */
  ROLES,

  /** Scopes: {@code hasAuthority('reports')} becomes {@code scopes = "reports"}. */
  SCOPES;

  /**
   * The meaning of an option's value.
   *
   * @param name in small letters; null means {@link #LEFT}
   * @throws IllegalArgumentException if there is no such meaning
   */
  static OtherAuthorities of(@Nullable String name) {
    return name == null ? LEFT : valueOf(name.toUpperCase(Locale.ROOT));
  }
}
