package dev.gatewright.processor.model;

import java.util.Set;

/**
 * Where an annotation that bears upon an endpoint was declared.
 *
 * @param level how near
 * @param type the type that declares it, or whose method does
 * @param inInterface whether that type is an interface
 * @param supertypes all supertypes of that type; of two types, neither among the other's, none is
 *     nearer
 */
public record Origin(
    Level level, ClassReference type, boolean inInterface, Set<ClassReference> supertypes) {

  /** Copies what it is given. */
  public Origin {
    supertypes = Set.copyOf(supertypes);
  }

  /** Whether the annotation is on a method, not on a type. */
  public boolean isOnMethod() {
    return level == Level.METHOD || level == Level.OVERRIDDEN;
  }

  /**
   * Whether the declaring type is a subtype of the other's, so that it may refine what that says.
   */
  public boolean refines(Origin other) {
    return supertypes.contains(other.type);
  }

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
