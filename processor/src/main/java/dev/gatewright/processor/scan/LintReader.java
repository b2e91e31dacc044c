package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Lint;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
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
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds the warnings that a compiler would give for what a guard cannot help mentioning. */
final class LintReader {
  private final Elements elements;
  private final Types types;

  LintReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  Set<Lint> read(
      TypeElement type, TypeAccess access, List<Endpoint> mentioned, List<AskedClass> asked) {
    Set<Lint> lints = EnumSet.noneOf(Lint.class);
    deprecation(type, lints);
    annotations(type, lints);
    type.getTypeParameters().stream()
        .flatMap(parameter -> parameter.getBounds().stream())
        .forEach(bound -> mention(bound, lints));
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      mention(
          new Endpoint(constructor, (ExecutableType) constructor.asType(), List.of(), access),
          lints);
    }
    mentioned.forEach(endpoint -> mention(endpoint, lints));
    if (type.getKind().isClass()) {
      mentioned.forEach(endpoint -> override(type, endpoint, lints));
    }
    asked.forEach(each -> mention(each, lints));
    if (hasRawSupertype(type.asType())) {
      lints.add(Lint.UNCHECKED);
    }
    if (type.getKind().isClass() && isSubtype(type.asType(), "java.io.Serializable")) {
      lints.add(Lint.SERIAL);
    }
    ModuleElement module = elements.getModuleOf(type);
    if (module != null && !module.isUnnamed() && type.getModifiers().contains(Modifier.PUBLIC)) {
      lints.add(Lint.EXPORTS);
    }
    return lints;
  }

  /** Calls of what a raw type declares are unchecked, and so may overriding it be. */
  private boolean hasRawSupertype(TypeMirror type) {
    return types.directSupertypes(type).stream()
        .anyMatch(supertype -> isRaw(supertype) || hasRawSupertype(supertype));
  }

  private static boolean isRaw(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.getTypeArguments().isEmpty()
        && !((TypeElement) declared.asElement()).getTypeParameters().isEmpty();
  }

  private void mention(Endpoint endpoint, Set<Lint> lints) {
    ExecutableType signature = endpoint.signature();
    deprecationOf(endpoint.method(), lints);
    annotations(endpoint.method(), lints);
    for (VariableElement parameter : endpoint.method().getParameters()) {
      annotations(parameter, lints);
      mention(parameter.asType(), lints);
    }
    mention(endpoint.method().getReturnType(), lints);
    mention(signature.getReturnType(), lints);
    signature.getParameterTypes().forEach(each -> mention(each, lints));
    signature.getThrownTypes().forEach(each -> mention(each, lints));
    for (TypeVariable variable : signature.getTypeVariables()) {
      ((TypeParameterElement) variable.asElement())
          .getBounds()
          .forEach(each -> mention(each, lints));
    }
    if (endpoint.method().isVarArgs() && !isReifiable(last(signature.getParameterTypes()))) {
      lints.add(Lint.UNCHECKED);
    }
  }

  /** What javac says of a method of that name, and said of the one that is overridden. */
  private void override(TypeElement type, Endpoint endpoint, Set<Lint> lints) {
    Name name = endpoint.method().getSimpleName();
    boolean unbound = endpoint.signature().getParameterTypes().isEmpty();
    if (name.contentEquals("close")
        && unbound
        && isSubtype(type.asType(), "java.lang.AutoCloseable")) {
      TypeElement interrupted = elements.getTypeElement("java.lang.InterruptedException");
      boolean interruptible =
          interrupted != null
              && endpoint.signature().getThrownTypes().stream()
                  .anyMatch(each -> types.isSubtype(interrupted.asType(), each));
      if (interruptible) {
        lints.add(Lint.TRY);
      }
    }
    if (name.contentEquals("equals") && !hasOwnHashCode(type)) {
      lints.add(Lint.OVERRIDES);
    }
  }

  private boolean hasOwnHashCode(TypeElement type) {
    return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
        .filter(method -> method.getSimpleName().contentEquals("hashCode"))
        .filter(method -> method.getParameters().isEmpty())
        .anyMatch(
            method -> !ElementNames.isNamed(ElementNames.enclosing(method), "java.lang.Object"));
  }

  private boolean isSubtype(TypeMirror type, String name) {
    TypeElement supertype = elements.getTypeElement(name);
    return supertype != null && types.isSubtype(type, supertype.asType());
  }

  private static TypeMirror last(List<? extends TypeMirror> parameterTypes) {
    return parameterTypes.get(parameterTypes.size() - 1);
  }

  private static boolean isReifiable(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isReifiable(array.getComponentType());
    }
    return !(type instanceof TypeVariable)
        && !(type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(LintReader::isBound));
  }

  private static boolean isBound(TypeMirror argument) {
    return !(argument instanceof WildcardType wildcard)
        || wildcard.getExtendsBound() != null
        || wildcard.getSuperBound() != null;
  }

  private void mention(AskedClass asked, Set<Lint> lints) {
    if (asked.type() instanceof DeclaredType declared) {
      TypeElement element = (TypeElement) declared.asElement();
      deprecation(element, lints);
      if (!element.getTypeParameters().isEmpty()) {
        lints.add(Lint.RAWTYPES);
        lints.add(Lint.UNCHECKED);
      }
      ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
          .filter(method -> method.getSimpleName().contentEquals(asked.method()))
          .forEach(method -> deprecationOf(method, lints));
    }
  }

  /** An override may repeat them. */
  private void annotations(AnnotatedConstruct annotated, Set<Lint> lints) {
    annotated
        .getAnnotationMirrors()
        .forEach(mirror -> deprecation(ElementNames.typeOf(mirror), lints));
  }

  private void mention(TypeMirror type, Set<Lint> lints) {
    annotations(type, lints);
    if (type instanceof ArrayType array) {
      mention(array.getComponentType(), lints);
    } else if (type instanceof DeclaredType declared) {
      TypeElement element = (TypeElement) declared.asElement();
      deprecation(element, lints);
      declared.getTypeArguments().forEach(each -> mention(each, lints));
      if (declared.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
        lints.add(Lint.RAWTYPES);
      }
    } else if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        mention(wildcard.getExtendsBound(), lints);
      }
      if (wildcard.getSuperBound() != null) {
        mention(wildcard.getSuperBound(), lints);
      }
    }
  }

  /** A nested type is named through the types around it. */
  private void deprecation(TypeElement type, Set<Lint> lints) {
    Element element = type;
    while (element instanceof TypeElement) {
      deprecationOf(element, lints);
      element = element.getEnclosingElement();
    }
  }

  private void deprecationOf(Element element, Set<Lint> lints) {
    if (elements.isDeprecated(element)) {
      Deprecated deprecated = element.getAnnotation(Deprecated.class);
      boolean forRemoval = deprecated != null && deprecated.forRemoval();
      lints.add(forRemoval ? Lint.REMOVAL : Lint.DEPRECATION);
    }
  }
}
