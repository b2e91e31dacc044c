package dev.gatewright.processor.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * Finds annotations on elements by the names of those that they are or bear at any distance. Looks
 * at each annotation type once in a round, as sources name few of them often.
 */
final class AnnotationNames {
  /** Stands for what an annotation bears that the compiler does not know. */
  private static final String UNKNOWN = "?";

  private final Map<TypeElement, Known> known = new HashMap<>();

  /**
   * What is known of an annotation type.
   *
   * @param own its qualified name
   * @param all its name and those of all that it bears
   * @param defaults values of members that need not be written
   * @param asked whether it is among names that were asked about, by the very set of them
   */
  private record Known(
      String own,
      Set<String> all,
      Map<String, AnnotationValue> defaults,
      Map<Set<String>, Boolean> asked) {

    boolean isAmong(Set<String> names) {
      Boolean known = asked.get(names);
      if (known == null) {
        known = areAmong(all, names);
        asked.put(names, known);
      }
      return known;
    }
  }

  /** Forgets what it has seen: in another round, annotations may bear others. */
  void startRound() {
    known.clear();
  }

  /** Qualified names of the annotation and of all that it bears. */
  Set<String> of(TypeElement annotation) {
    return known(annotation).all();
  }

  /** The annotation's qualified name. */
  String nameOf(TypeElement annotation) {
    return known(annotation).own();
  }

  /** The default values of the annotation's members, by name. */
  Map<String, AnnotationValue> defaults(TypeElement annotation) {
    return known(annotation).defaults();
  }

  private static Map<String, AnnotationValue> readDefaults(TypeElement annotation) {
    Map<String, AnnotationValue> defaults = new HashMap<>();
    for (Element member : annotation.getEnclosedElements()) {
      if (member instanceof ExecutableElement method && method.getDefaultValue() != null) {
        defaults.put(method.getSimpleName().toString(), method.getDefaultValue());
      }
    }
    return defaults;
  }

  private Known known(TypeElement annotation) {
    Known found = known.get(annotation);
    if (found == null) {
      Set<String> names = new HashSet<>();
      collect(annotation, names);
      found =
          new Known(
              annotation.getQualifiedName().toString(),
              names,
              readDefaults(annotation),
              new IdentityHashMap<>());
      known.put(annotation, found);
    }
    return found;
  }

  private static void collect(TypeElement annotation, Set<String> names) {
    if (annotation.asType().getKind() == TypeKind.ERROR) {
      names.add(UNKNOWN);
    }
    if (names.add(annotation.getQualifiedName().toString())
        && !ElementNames.packageOf(annotation).startsWith("java.lang")) {
      annotation.getAnnotationMirrors().forEach(each -> collect(ElementNames.typeOf(each), names));
    }
  }

  /** Whether the annotation is one of those named, or bears one. */
  boolean isOrBears(AnnotationMirror annotation, Set<String> names) {
    return known(ElementNames.typeOf(annotation)).isAmong(names);
  }

  /** The first of the elements' own annotations that is one of those named, or bears one. */
  Optional<AnnotationMirror> find(List<? extends Element> elements, Set<String> names) {
    for (Element element : elements) {
      Optional<AnnotationMirror> found = find(element, names);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The element's own annotation that is one of those named, or bears one. */
  Optional<AnnotationMirror> find(Element element, Set<String> names) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (isOrBears(mirror, names)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  /** The element's own annotation that is one of those named. */
  Optional<AnnotationMirror> own(Element element, Set<String> names) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (names.contains(nameOf(ElementNames.typeOf(mirror)))) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether nothing on the element is one of those named, or bears one, as far as the compiler
   * knows all that is on it.
   */
  boolean areSurelyNotOn(Element element, Set<String> names) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      Known all = known(ElementNames.typeOf(mirror));
      if (all.all().contains(UNKNOWN) || all.isAmong(names)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areAmong(Set<String> all, Set<String> names) {
    Set<String> fewer = all.size() < names.size() ? all : names;
    Set<String> more = fewer == all ? names : all;
    for (String each : fewer) {
      if (more.contains(each)) {
        return true;
      }
    }
    return false;
  }
}
