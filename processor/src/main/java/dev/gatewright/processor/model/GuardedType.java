package dev.gatewright.processor.model;

import dev.gatewright.processor.model.TypeUse.AnnotationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type with at least one method to guard.
 *
 * @param name the type
 * @param guardName the guard to write: {@code AccountsGuard}, {@code Bank_AccountsGuard}
 * @param guardNameTaken what has that name already, as messages say it; null where nothing has
 * @param enclosingPrivate whether a type around it is private, so that nobody can extend it
 * @param annotations those of the type that the guard repeats
 * @param constructors all constructors of a class, none of an interface
 * @param methods the methods to guard, in source order, inherited ones last
 * @param delegated of an interface, its other instance methods, which the guard hands on unguarded
 * @param refusedEntries ways into it that no guard can decide about
 * @param memberNames names of member types, fields, type variables and parameters, which would hide
 *     an import of that name
 * @param lints warnings that the guard must suppress
 * @param seesGenerated whether its module can read the annotation of generated code
 * @param endpointPoliciesMethod a method {@code endpointPolicies()} that the type declares or
 *     inherits and that the guard's own would override; null where there is none
 * @param annotationDigest sums up the annotations that the guard is generated from
 * @param leftAlone methods that annotations of types do not reach in a class where they reach all
 *     others, by which the container sets an instance up: {@code setClock(java.time.Clock)}
 */
public record GuardedType(
    ClassReference name,
    ClassReference guardName,
    @Nullable String guardNameTaken,
    TypeKind kind,
    Visibility visibility,
    boolean enclosingPrivate,
    Set<Trait> traits,
    List<TypeParameter> typeParameters,
    List<AnnotationText> annotations,
    List<GuardedConstructor> constructors,
    List<GuardedMethod> methods,
    List<GuardedMethod> delegated,
    List<RefusedEntry> refusedEntries,
    Set<String> memberNames,
    Set<Lint> lints,
    boolean seesGenerated,
    @Nullable SourceSpot endpointPoliciesMethod,
    String annotationDigest,
    List<String> leftAlone,
    SourceSpot spot) {

  /** The same type, of which some methods are not guarded; an interface's guard hands them on. */
  public GuardedType without(List<GuardedMethod> unguarded) {
    if (unguarded.isEmpty()) {
      return this;
    }
    List<GuardedMethod> guarded = new ArrayList<>(methods);
    guarded.removeAll(unguarded);
    List<GuardedMethod> handedOn = new ArrayList<>(delegated);
    if (kind == TypeKind.INTERFACE) {
      unguarded.stream().filter(GuardedMethod::isOfInstances).forEach(handedOn::add);
    }
    return new GuardedType(
        name,
        guardName,
        guardNameTaken,
        kind,
        visibility,
        enclosingPrivate,
        traits,
        typeParameters,
        annotations,
        constructors,
        List.copyOf(guarded),
        List.copyOf(handedOn),
        refusedEntries,
        memberNames,
        lints,
        seesGenerated,
        endpointPoliciesMethod,
        annotationDigest,
        leftAlone,
        spot);
  }

  /** An abstract class gets no guard: its concrete subclasses do. */
  public boolean isAbstractClass() {
    return kind == TypeKind.CLASS && traits.contains(Trait.ABSTRACT);
  }
}
