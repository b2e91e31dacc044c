package dev.gatewright.processor.model;

/**
 * Where an annotation that bears upon an endpoint was declared.
 *
 * @param level how near
 * @param type the type that declares it, or whose method does
 */
public record Origin(Level level, ClassReference type) {

  /** Nearest first. */
  public enum Level {
    /** On the endpoint's method itself. */
    METHOD,
    /** On a method that it overrides or implements. */
    OVERRIDDEN,
    /** On the guarded type. */
    TYPE,
    /** On a superclass or an interface of the guarded type. */
    SUPERTYPE
  }
}
