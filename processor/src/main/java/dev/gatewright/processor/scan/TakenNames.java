package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.ClassReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds what has the name of a guard already: nested names are flattened, as A.B to A_BGuard. */
final class TakenNames {
  private final Elements elements;
  private final AnnotationNames annotations;
  private final Map<String, String> guardedByGuard = new HashMap<>();

  TakenNames(Elements elements, AnnotationNames annotations) {
    this.elements = elements;
    this.annotations = annotations;
  }

  /** What has it, as messages say it; null where it is free or the type's own. */
  @Nullable String of(ClassReference guardName, TypeElement type) {
    String name = type.getQualifiedName().toString();
    TypeElement existing = existing(guardName.canonicalName(), type);
    if (existing != null && !GuardAnnotations.isGuard(existing)) {
      return "another type";
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT) && type.getKind().isClass()) {
      return null;
    }
    String first = guardedByGuard.putIfAbsent(guardName.canonicalName(), name);
    return Optional.ofNullable(first)
        .map(elements::getTypeElement)
        .or(() -> Optional.ofNullable(existing).flatMap(this::guardedBy))
        .filter(other -> !other.getQualifiedName().contentEquals(name))
        .map(other -> "the guard of " + ElementNames.describe(other))
        .orElse(null);
  }

  /** Looks into all modules, as the filer does, too: the compiler keeps that answer. */
  private @Nullable TypeElement existing(String name, TypeElement type) {
    TypeElement existing = elements.getTypeElement(name);
    return existing == null
            || Objects.equals(elements.getModuleOf(existing), elements.getModuleOf(type))
        ? existing
        : null;
  }

  /** The class that a guard of an earlier compilation guards, unless it is gone. */
  private Optional<TypeElement> guardedBy(TypeElement guard) {
    return AnnotationView.find(annotations, guard, GuardAnnotations.GUARD_OF)
        .map(view -> view.type("value").value())
        .filter(DeclaredType.class::isInstance)
        .map(each -> ((DeclaredType) each).asElement())
        .map(each -> elements.getTypeElement(((TypeElement) each).getQualifiedName()));
  }
}
