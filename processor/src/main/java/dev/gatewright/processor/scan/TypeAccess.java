package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Visibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Whether the guard of a type can name what a signature names: what is visible from its package,
 * and is not hidden there by a member class of the type, which the guard inherits.
 */
final class TypeAccess {
  private final Hierarchy guarded;
  private final String fromPackage;
  private @Nullable List<Element> named;
  private @Nullable Set<Name> memberClasses;

  TypeAccess(Hierarchy guarded) {
    this.guarded = guarded;
    this.fromPackage = ElementNames.packageOf(guarded.type());
  }

  /** The first type that a signature names and the guard cannot; null where there is none. */
  @Nullable TypeElement hidden(ExecutableType signature) {
    List<TypeMirror> named = new ArrayList<>();
    named.add(signature.getReturnType());
    named.addAll(signature.getParameterTypes());
    named.addAll(signature.getThrownTypes());
    for (TypeVariable variable : signature.getTypeVariables()) {
      named.addAll(((TypeParameterElement) variable.asElement()).getBounds());
    }
    return firstHidden(named);
  }

  private @Nullable TypeElement firstHidden(List<? extends TypeMirror> types) {
    for (TypeMirror type : types) {
      TypeElement found = hidden(type);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Whether an annotation cannot be repeated, for its type or a value of it. */
  boolean hides(AnnotationMirror annotation) {
    return hidden(annotation) != null;
  }

  /** The first type because of which an annotation cannot be repeated; null where it can. */
  @Nullable TypeElement hidden(AnnotationMirror annotation) {
    TypeElement found = hidden(annotation.getAnnotationType());
    for (AnnotationValue value : annotation.getElementValues().values()) {
      found = found == null ? hidden(value) : found;
    }
    return found;
  }

  private @Nullable TypeElement hidden(AnnotationValue annotationValue) {
    Object value = annotationValue.getValue();
    if (value instanceof TypeMirror type) {
      return hidden(type);
    }
    if (value instanceof VariableElement constant) {
      return hidden(constant.asType());
    }
    if (value instanceof AnnotationMirror nested) {
      return hidden(nested);
    }
    TypeElement found = null;
    if (value instanceof List<?> several) {
      for (Object each : several) {
        found = found == null ? hidden((AnnotationValue) each) : found;
      }
    }
    return found;
  }

  /** The first type of those that a type is made of which the guard cannot name; null if it can. */
  @Nullable TypeElement hidden(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return hidden(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror upper = wildcard.getExtendsBound();
      TypeMirror lower = wildcard.getSuperBound();
      return upper != null ? hidden(upper) : lower != null ? hidden(lower) : null;
    }
    if (!(type instanceof DeclaredType declared)) {
      return null;
    }
    TypeElement element = (TypeElement) declared.asElement();
    return hides(element) ? element : firstHidden(declared.getTypeArguments());
  }

  private boolean hides(TypeElement type) {
    Visibility visibility = Traits.leastVisible(type);
    boolean samePackage = ElementNames.packageOf(type).equals(fromPackage);
    return visibility == Visibility.PRIVATE
        || (visibility != Visibility.PUBLIC && !samePackage)
        || (samePackage && isHiddenByMember(type));
  }

  /** Whether the guard may call a method that is neither public nor private. */
  boolean reaches(ExecutableElement method) {
    return ElementNames.packageOf(method).equals(fromPackage);
  }

  /** Whether the name of a class of the same package means a member class inside of the guard. */
  boolean isHiddenByMember(TypeElement type) {
    Element outermost = type;
    while (ElementNames.enclosing(outermost) instanceof TypeElement around) {
      outermost = around;
    }
    Name name = outermost.getSimpleName();
    return ElementNames.packageOf(type).equals(fromPackage) && memberClasses().contains(name);
  }

  /** Fields and member classes of the guarded type, own and inherited ones. */
  List<Element> namedMembers() {
    List<Element> all = named;
    if (all == null) {
      all = new ArrayList<>();
      for (TypeElement type : guarded.types()) {
        for (Element each : type.getEnclosedElements()) {
          boolean isNamed = each instanceof TypeElement || each.getKind().isField();
          if (isNamed && (type.equals(guarded.type()) || isInherited(each))) {
            all.add(each);
          }
        }
      }
      named = all;
    }
    return all;
  }

  private boolean isInherited(Element member) {
    return switch (Traits.visibility(member)) {
      case PUBLIC, PROTECTED -> true;
      case PACKAGE -> ElementNames.packageOf(member).equals(fromPackage);
      case PRIVATE -> false;
    };
  }

  /** Own and inherited ones. */
  private Set<Name> memberClasses() {
    Set<Name> names = memberClasses;
    if (names == null) {
      names = new HashSet<>();
      for (Element each : namedMembers()) {
        if (each instanceof TypeElement) {
          names.add(each.getSimpleName());
        }
      }
      memberClasses = names;
    }
    return names;
  }
}
