package dev.gatewright.processor.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds the methods that a type declares or inherits, and which of them override which. */
final class Members {
  private final Elements elements;
  private final Types types;

  Members(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * All methods but those of Object: the type's own in source order, then inherited ones by name
   * and parameters, since compilers do not agree on the order of methods in class files.
   */
  List<Member> of(Hierarchy hierarchy) {
    DeclaredType site = (DeclaredType) hierarchy.type().asType();
    List<Member> members = new ArrayList<>();
    for (TypeElement type : hierarchy.types()) {
      for (ExecutableElement method : declared(type, type.equals(hierarchy.type()))) {
        add(method, site, members);
      }
    }
    return members;
  }

  private List<ExecutableElement> declared(TypeElement type, boolean inSourceOrder) {
    List<ExecutableElement> methods =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(method -> !elements.isBridge(method))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!inSourceOrder) {
      methods.sort(
          Comparator.comparing((ExecutableElement method) -> method.getSimpleName().toString())
              .thenComparing(this::erasedParameters));
    }
    return methods;
  }

  private String erasedParameters(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> TypeReader.read(types.erasure(parameter.asType())).toString())
        .collect(Collectors.joining(","));
  }

  private void add(ExecutableElement method, DeclaredType site, List<Member> members) {
    boolean declaredByInterface = ElementNames.enclosing(method).getKind() == ElementKind.INTERFACE;
    boolean inherited = !ElementNames.enclosing(method).equals(site.asElement());
    if (declaredByInterface && inherited && !isInstanceMethod(method)) {
      return;
    }
    for (Member member : members) {
      if (overrides(member.method(), method, site)) {
        member.overridden().add(method);
        return;
      }
    }
    members.add(new Member(method, new ArrayList<>()));
  }

  /** Whether one method overrides or implements another in a type that has both. */
  private boolean overrides(ExecutableElement method, ExecutableElement other, DeclaredType site) {
    return method.getSimpleName().contentEquals(other.getSimpleName())
        && !ElementNames.enclosing(method).equals(ElementNames.enclosing(other))
        && isInstanceMethod(method)
        && isInstanceMethod(other)
        && isVisibleFor(other, method)
        && types.isSubsignature(member(site, method), member(site, other));
  }

  private static boolean isInstanceMethod(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    return !modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.PRIVATE);
  }

  private static boolean isVisibleFor(ExecutableElement overridden, ExecutableElement by) {
    Set<Modifier> modifiers = overridden.getModifiers();
    return modifiers.contains(Modifier.PUBLIC)
        || modifiers.contains(Modifier.PROTECTED)
        || ElementNames.packageOf(overridden).equals(ElementNames.packageOf(by));
  }

  /**
   * Whether the method overrides one of Object's; in an interface, one that Object shows to all.
   */
  boolean overridesObject(Member member, DeclaredType site) {
    TypeElement object = elements.getTypeElement("java.lang.Object");
    return object != null
        && ElementFilter.methodsIn(object.getEnclosedElements()).stream()
            .filter(
                method ->
                    method.getModifiers().contains(Modifier.PUBLIC)
                        || !site.asElement().getKind().isInterface())
            .anyMatch(
                method ->
                    method.getSimpleName().contentEquals(member.method().getSimpleName())
                        && isInstanceMethod(member.method())
                        && types.isSubsignature(
                            member(site, member.method()), (ExecutableType) method.asType()));
  }

  /** The most specific return type of all that declare the method. */
  TypeMirror returnType(DeclaredType site, Member member) {
    TypeMirror returned = member(site, member.method()).getReturnType();
    for (ExecutableElement overridden : comparable(site, member)) {
      TypeMirror other = inherited(site, overridden).getReturnType();
      if (!(other instanceof NoType) && types.isSubtype(other, returned)) {
        returned = other;
      }
    }
    return returned;
  }

  /** What all that declare the method allow it to throw. */
  List<TypeMirror> thrownTypes(DeclaredType site, Member member) {
    List<TypeMirror> thrown = new ArrayList<>(member(site, member.method()).getThrownTypes());
    for (ExecutableElement overridden : comparable(site, member)) {
      List<? extends TypeMirror> allowed = inherited(site, overridden).getThrownTypes();
      List<TypeMirror> common = new ArrayList<>();
      thrown.stream().filter(each -> isAnyOf(each, allowed)).forEach(common::add);
      allowed.stream()
          .filter(each -> isAnyOf(each, thrown) && !isAnyOf(each, common))
          .forEach(common::add);
      thrown.clear();
      thrown.addAll(common);
    }
    return thrown;
  }

  private boolean isAnyOf(TypeMirror exception, List<? extends TypeMirror> others) {
    return others.stream().anyMatch(each -> types.isSubtype(exception, each));
  }

  /** A class has settled what its interfaces say; type variables of methods cannot be compared. */
  private static List<ExecutableElement> comparable(DeclaredType site, Member member) {
    boolean settled =
        !site.asElement().getKind().isInterface()
            || member.declaredIn().equals(site.asElement())
            || !member.method().getTypeParameters().isEmpty();
    return settled ? List.of() : member.overridden();
  }

  /**
   * The method's type as a member of the supertype that declares it. Asked for a member of the site
   * itself, ecj answers with the first inherited method of that signature, whoever declares it.
   */
  private ExecutableType inherited(DeclaredType site, ExecutableElement method) {
    for (TypeMirror each : types.directSupertypes(site)) {
      if (each instanceof DeclaredType supertype
          && types.isSubtype(
              types.erasure(supertype),
              types.erasure(ElementNames.enclosingType(method).asType()))) {
        return inherited(supertype, method);
      }
    }
    return member(site, method);
  }

  /** The type of a field, or that a getter returns, with the type variables substituted. */
  TypeMirror type(DeclaredType site, Element property) {
    TypeMirror type = types.asMemberOf(site, property);
    return type instanceof ExecutableType getter ? getter.getReturnType() : type;
  }

  /** The method's type, with the type variables of supertypes substituted. */
  ExecutableType member(DeclaredType site, ExecutableElement method) {
    return (ExecutableType) types.asMemberOf(site, method);
  }

  /** Whether instances of a class can be where the type is asked for. */
  boolean fits(TypeElement type, TypeMirror asked) {
    return types.isSubtype(types.erasure(type.asType()), types.erasure(asked));
  }

  /** What a generic type passes on to the nearest of the named supertypes. */
  List<? extends TypeMirror> passedOn(TypeElement type, Set<String> supertypes) {
    return passedOn((DeclaredType) type.asType(), supertypes);
  }

  private List<? extends TypeMirror> passedOn(DeclaredType type, Set<String> supertypes) {
    if (supertypes.contains(((TypeElement) type.asElement()).getQualifiedName().toString())) {
      return type.getTypeArguments();
    }
    return types.directSupertypes(type).stream()
        .filter(DeclaredType.class::isInstance)
        .<List<? extends TypeMirror>>map(each -> passedOn((DeclaredType) each, supertypes))
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
