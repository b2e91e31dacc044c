package dev.gatewright.processor.model;

/** Compiler warnings that a guard inherits from what it must mention, and therefore suppresses. */
public enum Lint {
  /** A deprecated type or member is named or overridden. */
  DEPRECATION("deprecation"),
  /** The same, of one that is deprecated for removal. */
  REMOVAL("removal"),
  /** A generic type is named without arguments. */
  RAWTYPES("rawtypes"),
  /** A variable-arity parameter of a generic type, or a call with a raw type. */
  UNCHECKED("unchecked"),
  /** The guard's close() may be interrupted, as the guarded type's may. */
  TRY("try"),
  /** The guard overrides equals, and nobody overrides hashCode. */
  OVERRIDES("overrides"),
  /** The guarded type is serializable; guards are not meant to be. */
  SERIAL("serial"),
  /** A public guard in a named module names the runtime's types. */
  EXPORTS("exports");

  private final String token;

  Lint(String token) {
    this.token = token;
  }

  /** What {@code @SuppressWarnings} calls it. */
  public String token() {
    return token;
  }
}
