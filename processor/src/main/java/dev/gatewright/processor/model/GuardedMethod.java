package dev.gatewright.processor.model;

import dev.gatewright.processor.model.TypeUse.AnnotationText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method that must be guarded, seen as a member of the guarded type: type variables of supertypes
 * are substituted.
 *
 * @param name the method's name
 * @param declaredIn the type whose declaration was found: the guarded type or a supertype
 * @param route the mapping; null for a method of a plain class
 * @param hidden a type that its signature, or validation, names and the guard cannot see; null for
 *     none
 * @param returnType without annotations
 * @param writtenReturnType with the annotations that an override repeats
 * @param varargs whether the last parameter is variable-arity
 * @param uncheckedInputs what validation would not look into
 * @param annotations those of the method that an override repeats
 * @param springValidations what asks Spring to validate, on the method, its parameters or types
 */
public record GuardedMethod(
    String name,
    ClassReference declaredIn,
    @Nullable Route route,
    Visibility visibility,
    Set<Trait> traits,
    @Nullable ClassReference hidden,
    List<TypeParameter> typeParameters,
    TypeUse returnType,
    TypeUse writtenReturnType,
    List<Parameter> parameters,
    boolean varargs,
    List<TypeUse> thrownTypes,
    List<AnnotationText> annotations,
    Declarations declarations,
    List<UncheckedInput> uncheckedInputs,
    List<SpringValidation> springValidations,
    SourceSpot spot) {

  /** Whether it is called on instances from outside of its type. */
  boolean isOfInstances() {
    return visibility != Visibility.PRIVATE && !traits.contains(Trait.STATIC);
  }
}
