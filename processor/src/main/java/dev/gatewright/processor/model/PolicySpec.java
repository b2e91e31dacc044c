package dev.gatewright.processor.model;

import java.util.List;
import java.util.Set;

/**
 * An object-level policy class as it was named by a {@code @Secured}.
 *
 * @param type the policy class
 * @param kind what it is; a policy is a class or a record
 * @param visibility the least visible of the class and the types around it
 * @param traits whether it is abstract, inner, ...
 * @param permitsMethods its public methods named {@code permits}, as declared or inherited
 * @param spot the class literal in the annotation
 */
public record PolicySpec(
    ClassReference type,
    TypeKind kind,
    Visibility visibility,
    Set<Trait> traits,
    List<PermitsMethod> permitsMethods,
    SourceSpot spot) {

  /**
   * One candidate.
   *
   * @param parameters those after the caller; all where the caller is not the first
   */
  public record PermitsMethod(
      String signature,
      boolean isStatic,
      boolean returnsBoolean,
      boolean takesCallerFirst,
      List<TypeUse> thrownCheckedExceptions,
      List<PolicyParameter> parameters) {}

  /**
   * A parameter of {@code permits} after the caller, and the endpoint's parameter of that name.
   *
   * @param fit how the endpoint's parameter of the same name fits
   * @param nullable whether the policy accepts null here
   */
  public record PolicyParameter(String name, TypeUse type, Fit fit, boolean nullable) {}

  /** How a policy's parameter fits the endpoint. */
  public enum Fit {
    MATCHES,
    NO_PARAMETER_OF_THAT_NAME,
    TYPE_DIFFERS
  }
}
