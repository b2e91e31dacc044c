package dev.gatewright.spring.guard;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.util.ClassUtils;

/** Parameters as the methods declare them that a method overrides, and what their types hold. */
public final class DeclaredParameters {
  private DeclaredParameters() {}

  /**
   * A parameter as each class and interface of a type's hierarchy declares it, the nearest class
   * first: every method of that name and number of parameters counts.
   */
  public static Stream<Parameter> of(Class<?> type, MethodParameter parameter) {
    Executable method = parameter.getExecutable();
    Set<Class<?>> types = new LinkedHashSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      types.add(each);
    }
    types.addAll(ClassUtils.getAllInterfacesForClassAsSet(type));
    return types.stream()
        .flatMap(each -> Stream.of(each.getDeclaredMethods()))
        .filter(each -> each.getName().equals(method.getName()))
        .filter(each -> each.getParameterCount() == method.getParameterCount())
        .map(each -> each.getParameters()[parameter.getParameterIndex()]);
  }

  /** A type and all that it is made of, however deep. */
  public static Stream<AnnotatedType> within(AnnotatedType type) {
    return Stream.concat(Stream.of(type), partsOf(type).flatMap(DeclaredParameters::within));
  }

  /** Arguments, component or bounds of a type. */
  public static Stream<AnnotatedType> partsOf(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      return Stream.of(array.getAnnotatedGenericComponentType());
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      return Stream.of(generic.getAnnotatedActualTypeArguments());
    }
    return type instanceof AnnotatedWildcardType wildcard
        ? Stream.concat(
            Stream.of(wildcard.getAnnotatedUpperBounds()),
            Stream.of(wildcard.getAnnotatedLowerBounds()))
        : Stream.of();
  }
}
