package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.TypeParameter;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.model.TypeUse.AnnotationText;
import java.lang.annotation.ElementType;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Reads the annotations that an override must repeat, as frameworks and compilers look for them on
 * the override only: those of types, wherever a type is used in the signature.
 *
 * <p>Jakarta Validation allows an override to repeat the constraints of its parameters, but only
 * all of them, and none of the return value. They are repeated where one is inside a type; where
 * all are on the parameters themselves, they are found on the overridden method.
 */
final class SignatureReader {
  private static final String RETENTION = "java.lang.annotation.Retention";
  private static final String TARGET = "java.lang.annotation.Target";

  private final ExecutableElement method;
  private final TypeAccess access;
  private final ValidationAnnotations validation;
  private final boolean repeatsValidation;

  SignatureReader(ExecutableElement method, TypeAccess access, ValidationAnnotations validation) {
    this.method = method;
    this.access = access;
    this.validation = validation;
    this.repeatsValidation = repeatsValidation();
  }

  private boolean repeatsValidation() {
    boolean inside = false;
    for (VariableElement parameter : method.getParameters()) {
      inside |= isAnyOfValidation(inside(parameter.asType()));
    }
    if (!inside || validation.areAcrossParameters(method)) {
      return false;
    }
    for (VariableElement parameter : method.getParameters()) {
      List<AnnotationMirror> all = new ArrayList<>(parameter.getAnnotationMirrors());
      all.addAll(inside(parameter.asType()));
      for (AnnotationMirror each : all) {
        if (isOfValidation(each) && isHidden(each)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Every annotation in a type but those before it, which are the parameter's as well. */
  private static List<AnnotationMirror> inside(TypeMirror type) {
    List<AnnotationMirror> inside = new ArrayList<>();
    if (type instanceof ArrayType array) {
      inside.addAll(array.getAnnotationMirrors());
      inside.addAll(inside(array.getComponentType()));
    } else {
      for (TypeMirror part : ValidationAnnotations.parts(type)) {
        inside.addAll(ValidationAnnotations.inside(part));
      }
    }
    return inside;
  }

  private boolean isAnyOfValidation(List<AnnotationMirror> mirrors) {
    for (AnnotationMirror mirror : mirrors) {
      if (isOfValidation(mirror)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfValidation(AnnotationMirror mirror) {
    return validation.isOne(ElementNames.typeOf(mirror));
  }

  private boolean isHidden(AnnotationMirror mirror) {
    return Unresolved.in(mirror) || access.hides(mirror);
  }

  /** The type of a parameter, as the override writes it. */
  TypeUse parameterType(VariableElement parameter, TypeMirror asMember) {
    Predicate<AnnotationMirror> ofDeclaration = each -> targets(each, ElementType.PARAMETER);
    return declared(
        parameter.asType(),
        asMember,
        ofDeclaration.negate(),
        each -> repeatsValidation || !isOfValidation(each));
  }

  /** Annotations of a parameter that the override repeats. */
  List<AnnotationText> parameterAnnotations(VariableElement parameter) {
    return repeatsValidation
        ? AnnotationTextReader.readAll(
            parameter.getAnnotationMirrors().stream().filter(this::isOfValidation))
        : List.of();
  }

  /** The type that is returned, as the override writes it. */
  TypeUse returnType(TypeMirror asMember) {
    Predicate<AnnotationMirror> ofDeclaration = each -> targets(each, ElementType.METHOD);
    return declared(
        method.getReturnType(), asMember, ofDeclaration.negate(), each -> !isOfValidation(each));
  }

  /** The method's type parameters, as the override writes them. */
  List<TypeParameter> typeParameters(List<? extends TypeMirror> asMember) {
    List<TypeParameter> plain = TypeReader.parameters(asMember);
    List<TypeParameter> written = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      written.add(typeParameter(method.getTypeParameters().get(i), plain.get(i)));
    }
    return written;
  }

  private TypeParameter typeParameter(TypeParameterElement declared, TypeParameter plain) {
    List<? extends TypeMirror> bounds = declared.getBounds();
    List<TypeUse> unannotated = TypeReader.parameters(List.of(declared.asType())).get(0).bounds();
    Predicate<AnnotationMirror> repeated = each -> !isOfValidation(each);
    List<TypeUse> annotated =
        bounds.stream()
            .map(bound -> use(bound, bound, repeated, repeated))
            .filter(each -> !each.equals(TypeReader.objectType()))
            .toList();
    // What the site has substituted in a bound says nothing about its annotations.
    return plain.bounds().equals(unannotated) ? new TypeParameter(plain.name(), annotated) : plain;
  }

  /**
   * A type in a place where an annotation of the declaration can stand before it: before the
   * element type, where it is an array.
   */
  private TypeUse declared(
      TypeMirror type,
      TypeMirror asMember,
      Predicate<AnnotationMirror> atFront,
      Predicate<AnnotationMirror> inside) {
    if (type instanceof ArrayType array && asMember instanceof ArrayType member) {
      TypeUse component =
          declared(array.getComponentType(), member.getComponentType(), atFront, inside);
      return annotated(new TypeUse.Array(component), type, inside);
    }
    return use(type, asMember, inside.and(atFront), inside);
  }

  private TypeUse use(
      TypeMirror type,
      TypeMirror asMember,
      Predicate<AnnotationMirror> own,
      Predicate<AnnotationMirror> inside) {
    return annotated(unannotated(type, asMember, inside), type, own);
  }

  private TypeUse unannotated(
      TypeMirror type, TypeMirror asMember, Predicate<AnnotationMirror> inside) {
    if (type instanceof ArrayType array && asMember instanceof ArrayType member) {
      return new TypeUse.Array(
          use(array.getComponentType(), member.getComponentType(), inside, inside));
    }
    if (type instanceof WildcardType wildcard && asMember instanceof WildcardType member) {
      return wildcard(wildcard, member, inside);
    }
    TypeUse plain = TypeReader.read(asMember);
    if (plain instanceof TypeUse.Declared declared
        && type instanceof DeclaredType from
        && asMember instanceof DeclaredType member
        && from.asElement().equals(member.asElement())
        && from.getTypeArguments().size() == member.getTypeArguments().size()) {
      List<TypeUse> arguments = new ArrayList<>();
      for (int i = 0; i < from.getTypeArguments().size(); i++) {
        arguments.add(
            use(from.getTypeArguments().get(i), member.getTypeArguments().get(i), inside, inside));
      }
      return new TypeUse.Declared(declared.name(), arguments);
    }
    return plain;
  }

  private TypeUse wildcard(
      WildcardType type, WildcardType asMember, Predicate<AnnotationMirror> inside) {
    TypeMirror lower = type.getSuperBound();
    TypeMirror memberLower = asMember.getSuperBound();
    if (lower != null && memberLower != null) {
      return new TypeUse.SuperWildcard(use(lower, memberLower, inside, inside));
    }
    TypeMirror upper = type.getExtendsBound();
    TypeMirror memberUpper = asMember.getExtendsBound();
    return upper != null && memberUpper != null
        ? new TypeUse.ExtendsWildcard(use(upper, memberUpper, inside, inside))
        : TypeReader.read(asMember);
  }

  private TypeUse annotated(TypeUse plain, TypeMirror type, Predicate<AnnotationMirror> repeated) {
    if (type.getAnnotationMirrors().isEmpty()) {
      return plain;
    }
    List<AnnotationMirror> written = new ArrayList<>();
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      if (repeated.test(mirror) && isOfTypes(mirror) && !isHidden(mirror)) {
        written.add(mirror);
      }
    }
    return written.isEmpty()
        ? plain
        : new TypeUse.Annotated(plain, AnnotationTextReader.readAll(written.stream()));
  }

  private static boolean isOfTypes(AnnotationMirror mirror) {
    return targets(mirror, ElementType.TYPE_USE)
        && !states(mirror, RETENTION, RetentionPolicy.SOURCE.name());
  }

  private static boolean targets(AnnotationMirror mirror, ElementType wanted) {
    return states(mirror, TARGET, wanted.name());
  }

  /** Whether an annotation's type bears a meta-annotation that holds the constant. */
  private static boolean states(AnnotationMirror mirror, String metaAnnotation, String constant) {
    for (AnnotationMirror each : ElementNames.typeOf(mirror).getAnnotationMirrors()) {
      if (ElementNames.isNamed(ElementNames.typeOf(each), metaAnnotation)) {
        return each.getElementValues().values().stream().anyMatch(value -> holds(value, constant));
      }
    }
    return false;
  }

  private static boolean holds(AnnotationValue annotationValue, String constant) {
    Object value = annotationValue.getValue();
    return value instanceof List<?> several
        ? several.stream().anyMatch(each -> holds((AnnotationValue) each, constant))
        : value instanceof VariableElement element
            && element.getSimpleName().contentEquals(constant);
  }
}
