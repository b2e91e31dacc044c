package dev.gatewright.processor.model;

import java.util.List;
import java.util.Set;

/**
 * A class that a guard asks about a call, as an annotation named it: an object-level policy, or
 * what a limit is keyed by.
 *
 * @param type the class
 * @param kind what it is; only classes and records can be asked
 * @param visibility the least visible of the class and the types around it
 * @param traits whether it is abstract, inner, ...
 * @param questions its public methods of the name that is asked for, as declared or inherited
 * @param spot the class literal in the annotation
 */
public record ConsultedClass(
    ClassReference type,
    TypeKind kind,
    Visibility visibility,
    Set<Trait> traits,
    List<Question> questions,
    SourceSpot spot) {

  /** The arguments with which the one question is asked, after the caller. */
  public List<Argument> arguments() {
    return questions.get(0).arguments();
  }

  /** Whether the one question is asked with the caller first. */
  public boolean takesCaller() {
    return questions.get(0).takesCallerFirst();
  }

  /**
   * A method that may be called.
   *
   * @param arguments its parameters after the caller; all where the caller is not the first
   */
  public record Question(
      String signature,
      boolean isStatic,
      TypeUse returnType,
      boolean takesCallerFirst,
      List<TypeUse> thrownCheckedExceptions,
      List<Argument> arguments) {}

  /**
   * A parameter after the caller, and the endpoint's parameter of that name.
   *
   * @param fit how the endpoint's parameter of the same name fits
   * @param nullable whether null is accepted here
   */
  public record Argument(String name, TypeUse type, Fit fit, boolean nullable) {}

  /** How a parameter fits the endpoint. */
  public enum Fit {
    MATCHES,
    NO_PARAMETER_OF_THAT_NAME,
    TYPE_DIFFERS,
    /** A declaration that the endpoint overrides has another parameter by that name. */
    NAMES_OTHER_IN_OVERRIDDEN,
    /** Requests have another parameter of the endpoint by that name. */
    BOUND_TO_OTHER,
    /** The class file of the class that is asked tells no name. */
    NAME_UNKNOWN,
    /** The class file of the endpoint tells no names. */
    NAMES_OF_ENDPOINT_UNKNOWN
  }
}
