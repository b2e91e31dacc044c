package dev.gatewright.processor.scan;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Types that hold values, and which of their values Jakarta Validation looks into by itself. */
final class ContainerTypes {
  private static final Set<String> LOOKED_INTO =
      Set.of("java.lang.Iterable", "java.util.Map", "java.util.Optional");

  private static final Set<String> MAP = Set.of("java.util.Map");

  /** Bodies that only the method itself takes apart. */
  private static final Set<String> HTTP_ENTITY = Set.of("org.springframework.http.HttpEntity");

  private ContainerTypes() {}

  /** Whether validation looks into the elements of the type by itself. */
  static boolean isOne(TypeMirror type) {
    return type instanceof ArrayType
        || (type instanceof DeclaredType declared
            && isOne(Hierarchy.of((TypeElement) declared.asElement())));
  }

  static boolean isOne(Hierarchy hierarchy) {
    return isAny(hierarchy, LOOKED_INTO);
  }

  static boolean isHttpEntity(Hierarchy hierarchy) {
    return isAny(hierarchy, HTTP_ENTITY);
  }

  /** The index of the argument that {@code @Valid} before the container reaches. */
  static int reached(Hierarchy container) {
    return isAny(container, MAP) ? 1 : 0;
  }

  /** The arguments that a class of the application's hands to the container it extends. */
  static List<? extends TypeMirror> passedOn(TypeElement type, Members members) {
    return members.passedOn(type, LOOKED_INTO);
  }

  /**
   * The indexes of the arguments of which a class holds values, by its fields and getters. That of
   * a specification, of a codec or of a class literal says only what it works on.
   */
  static IntStream held(TypeElement holder, Members members) {
    DeclaredType type = (DeclaredType) holder.asType();
    List<TypeMirror> held =
        Hierarchy.of(holder).types().stream()
            .flatMap(ContainerTypes::values)
            .map(each -> members.type(type, each))
            .toList();
    return IntStream.range(0, holder.getTypeParameters().size())
        .filter(
            i -> held.stream().anyMatch(each -> names(each, holder.getTypeParameters().get(i))));
  }

  private static Stream<Element> values(TypeElement type) {
    return Stream.concat(
        BeanProperties.fields(type).stream(),
        BeanProperties.methods(type).stream().filter(each -> each.getParameters().isEmpty()));
  }

  private static boolean names(TypeMirror type, Element parameter) {
    return type instanceof TypeVariable variable
        ? variable.asElement().equals(parameter)
        : isOne(type)
            && ValidationAnnotations.parts(type).stream().anyMatch(each -> names(each, parameter));
  }

  private static boolean isAny(Hierarchy hierarchy, Set<String> names) {
    for (TypeElement each : hierarchy.types()) {
      if (names.contains(each.getQualifiedName().toString())) {
        return true;
      }
    }
    return false;
  }
}
