package dev.gatewright.processor.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;

/**
 * The types that are compiled now. Unknown annotations are waited for in these only: class files
 * may well lack annotations that were optional, and nobody is going to write them.
 */
final class Sources {
  private final Set<Name> names = new HashSet<>();
  private final Map<TypeElement, List<ExecutableElement>> demanded = new HashMap<>();

  /** Forgets what it has seen: in another round, annotations may have other members. */
  void startRound() {
    demanded.clear();
  }

  void add(TypeElement topLevelType) {
    names.add(topLevelType.getQualifiedName());
  }

  /** Whether the element is compiled now. */
  boolean contain(Element element) {
    Element outermost = element;
    while (ElementNames.enclosing(outermost).getKind() != ElementKind.PACKAGE) {
      outermost = ElementNames.enclosing(outermost);
    }
    return names.contains(((TypeElement) outermost).getQualifiedName());
  }

  /**
   * The name of a parameter; empty where its class file has none, as compilers make one of the
   * position up then.
   */
  Optional<String> nameOf(ExecutableElement method, int position) {
    String name = method.getParameters().get(position).getSimpleName().toString();
    boolean madeUp = name.replace("$", "").equals("arg" + position) && !contain(method);
    return madeUp ? Optional.empty() : Optional.of(name);
  }

  /** Of the type itself, its supertypes and the methods of all of them. */
  boolean haveKnownAnnotations(Hierarchy hierarchy, List<Member> members) {
    for (TypeElement type : hierarchy.types()) {
      if (!hasKnownAnnotations(type)) {
        return false;
      }
    }
    for (Member member : members) {
      for (ExecutableElement method : member.declarations()) {
        if (!hasKnownAnnotations(method)) {
          return false;
        }
      }
    }
    return true;
  }

  boolean haveKnownParameters(ExecutableElement method) {
    if (contain(method)) {
      for (Element parameter : method.getParameters()) {
        if (!bearsKnown(parameter, new HashSet<>())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether annotations on the element are known, with those that they bear at any distance. */
  boolean hasKnownAnnotations(Element element) {
    return hasKnownAnnotations(element, new HashSet<>());
  }

  private boolean hasKnownAnnotations(Element element, Set<Element> seen) {
    return !seen.add(element) || !contain(element) || bearsKnown(element, seen);
  }

  private boolean bearsKnown(Element element, Set<Element> seen) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (Unresolved.in(mirror.getAnnotationType())) {
        return false;
      }
      TypeElement annotation = ElementNames.typeOf(mirror);
      if (Unresolved.inValues(mirror, demandedBy(annotation))
          || !hasKnownAnnotations(annotation, seen)) {
        return false;
      }
    }
    return true;
  }

  private List<ExecutableElement> demandedBy(TypeElement annotation) {
    List<ExecutableElement> found = demanded.get(annotation);
    if (found == null) {
      found = Unresolved.demanded(annotation);
      demanded.put(annotation, found);
    }
    return found;
  }
}
