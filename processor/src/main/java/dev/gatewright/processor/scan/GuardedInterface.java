package dev.gatewright.processor.scan;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * An interface that has a guard of its own.
 *
 * @param guardName the simple name of the guard
 */
public record GuardedInterface(TypeElement type, String guardName) {

  /** What the guard guards; empty where the class is no guard, or one of a class. */
  public static Optional<GuardedInterface> of(TypeElement guard) {
    return guard.getAnnotationMirrors().stream()
        .filter(each -> ElementNames.isNamed(ElementNames.typeOf(each), GuardAnnotations.GUARD_OF))
        .flatMap(each -> each.getElementValues().entrySet().stream())
        .filter(each -> each.getKey().getSimpleName().contentEquals("value"))
        .flatMap(
            each ->
                each.getValue().getValue() instanceof DeclaredType type
                    ? Stream.of((TypeElement) type.asElement())
                    : Stream.empty())
        .filter(each -> each.getKind().isInterface())
        .map(each -> new GuardedInterface(each, guard.getSimpleName().toString()))
        .findFirst();
  }
}
