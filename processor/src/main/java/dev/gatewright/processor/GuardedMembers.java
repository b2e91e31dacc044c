package dev.gatewright.processor;

import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.plan.EndpointPlan;
import dev.gatewright.processor.plan.GuardPlan;
import dev.gatewright.processor.scan.ElementSpot;
import dev.gatewright.processor.scan.EndpointScanner;
import dev.gatewright.processor.scan.Scanned;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What the guards of a compilation ask of the members of their types, known when all rounds are
 * over. Each round has elements of its own, so that types are kept by name and looked at again.
 */
final class GuardedMembers {
  private final Elements elements;
  private final Types types;
  private final EndpointScanner scanner;
  private final Optional<UndecidedEndpoints> undecided;
  private final Set<String> names = new LinkedHashSet<>();

  /** Outermost types in whose code an instance of a guarded type may call something. */
  private final Set<String> running = new HashSet<>();

  private final Set<String> supertypes = new HashSet<>();
  private boolean haveInterface;
  private final Map<TypeElement, List<TypeElement>> subtypes = new HashMap<>();
  private final Map<TypeElement, List<EndpointPlan>> plans = new HashMap<>();

  GuardedMembers(
      ProcessingEnvironment environment,
      EndpointScanner scanner,
      Optional<UndecidedEndpoints> undecided) {
    this.undecided = undecided;
    this.elements = environment.getElementUtils();
    this.types = environment.getTypeUtils();
    this.scanner = scanner;
  }

  /** Tells of a type that has a guard, or whose subclasses have one. */
  void add(TypeElement type) {
    names.add(type.getQualifiedName().toString());
    haveInterface |= type.getKind().isInterface();
    addRunning(type);
  }

  /** Whether instances of a guarded type may run code in the type, or in one inside of it. */
  boolean mayRunCodeOf(TypeElement type) {
    return running.contains(outermost(type));
  }

  /** Whether an interface has a guard, or the classes that implement it. */
  boolean haveInterface() {
    return haveInterface;
  }

  private void addRunning(TypeElement type) {
    running.add(outermost(type));
    if (supertypes.add(type.getQualifiedName().toString())) {
      for (TypeMirror supertype : types.directSupertypes(type.asType())) {
        addRunning((TypeElement) types.asElement(supertype));
      }
    }
  }

  private static String outermost(TypeElement type) {
    Element outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement outer) {
      outermost = outer;
    }
    return ((TypeElement) outermost).getQualifiedName().toString();
  }

  /**
   * Whether a call by {@code super} passes a guard, which asks more of who calls the method than of
   * who calls the caller.
   *
   * @param type the type in whose code the call is
   * @param caller its method that calls; null for other code, of which nothing is asked
   */
  boolean arePassed(
      TypeElement type, ExecutableElement called, @Nullable ExecutableElement caller) {
    if (caller != null && elements.overrides(caller, called, type)) {
      return false;
    }
    return subtypes.computeIfAbsent(type, this::subtypes).stream()
        .anyMatch(each -> asksMore(each, called, caller));
  }

  /** The guarded types whose instances run the type's code. */
  private List<TypeElement> subtypes(TypeElement type) {
    return names.stream()
        .map(elements::getTypeElement)
        .filter(each -> each != null && isSubtype(each, type))
        .toList();
  }

  boolean isSubtype(TypeElement one, TypeElement other) {
    return types.isSubtype(types.erasure(one.asType()), types.erasure(other.asType()));
  }

  /** Whether the type's guard asks more of who calls the method than of who calls the caller. */
  boolean asksMore(
      TypeElement guarded, ExecutableElement called, @Nullable ExecutableElement caller) {
    Optional<EndpointPlan> asked = caller == null ? Optional.empty() : plan(guarded, caller);
    return plan(guarded, called)
        .filter(each -> !each.asksNothingBeyond(asked.orElse(null)))
        .isPresent();
  }

  private Optional<EndpointPlan> plan(TypeElement guarded, ExecutableElement member) {
    return plans.computeIfAbsent(guarded, this::plans).stream()
        .filter(each -> isMember(each, member, guarded))
        .findFirst();
  }

  private List<EndpointPlan> plans(TypeElement guarded) {
    scanner.startRound();
    return scanner.scan(guarded) instanceof Scanned.Guarded found
        ? GuardPlan.of(decided(found.type(), guarded)).endpoints()
        : List.of();
  }

  private GuardedType decided(GuardedType model, TypeElement guarded) {
    return undecided.map(each -> each.decided(model, guarded)).orElse(model);
  }

  /** Whether calling the method on an instance of the guarded type calls the endpoint. */
  private boolean isMember(EndpointPlan endpoint, ExecutableElement method, TypeElement guarded) {
    return endpoint.method().spot() instanceof ElementSpot spot
        && spot.target() instanceof ExecutableElement nearest
        && (nearest.equals(method) || elements.overrides(nearest, method, guarded));
  }
}
