package dev.gatewright.spring.json;

import jakarta.validation.Valid;
import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.annotation.AnnotationUtils;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;

/**
 * Tells which constraints of a body will be asked, so that they may tell what is missing.
 *
 * @param types that validation looks into, starting from the body by {@code @Valid}
 * @param groups by which it is validated; empty where it is not
 */
record AskedConstraints(Set<Class<?>> types, Set<Class<?>> groups) {
  static final AskedConstraints NONE = new AskedConstraints(Set.of(), Set.of());

  /** Those of a body that is validated by groups. */
  static AskedConstraints of(JavaType body, Set<Class<?>> groups) {
    if (groups.isEmpty()) {
      return NONE;
    }
    Set<Class<?>> types = new HashSet<>();
    add(body, types);
    return new AskedConstraints(Set.copyOf(types), groups);
  }

  /** Whether a constraint at a component of a type will be asked. */
  boolean contain(Annotation constraint, Class<?> owner) {
    return types.stream().anyMatch(type -> type.isAssignableFrom(owner)) && isOfGroup(constraint);
  }

  private boolean isOfGroup(Annotation constraint) {
    if (!(AnnotationUtils.getValue(constraint, "groups") instanceof Class<?>[] declared)) {
      return false;
    }
    for (Class<?> group : declared.length == 0 ? new Class<?>[] {Default.class} : declared) {
      if (groups.stream().anyMatch(group::isAssignableFrom)) {
        return true;
      }
    }
    return false;
  }

  private static void add(JavaType type, Set<Class<?>> types) {
    if (type.isContainerType() || type.isReferenceType()) {
      add(type.getContentType(), types);
      return;
    }
    Class<?> raw = type.getRawClass();
    if (raw.getName().startsWith("java.") || !types.add(raw)) {
      return;
    }
    for (Class<?> each = raw; each != null; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (field.isAnnotationPresent(Valid.class) || isValid(field.getAnnotatedType())) {
          add(typeOf(field.getAnnotatedType()), types);
        }
      }
      for (Method method : each.getDeclaredMethods()) {
        if (method.getParameterCount() == 0
            && (method.isAnnotationPresent(Valid.class)
                || isValid(method.getAnnotatedReturnType()))) {
          add(typeOf(method.getAnnotatedReturnType()), types);
        }
      }
    }
  }

  private static JavaType typeOf(AnnotatedType type) {
    return TypeFactory.createDefaultInstance().constructType(type.getType());
  }

  /** Whether a type, or what it holds, bears {@code @Valid}. */
  private static boolean isValid(AnnotatedType type) {
    if (type.isAnnotationPresent(Valid.class)) {
      return true;
    }
    if (type instanceof AnnotatedArrayType array) {
      return isValid(array.getAnnotatedGenericComponentType());
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      for (AnnotatedType argument : generic.getAnnotatedActualTypeArguments()) {
        if (isValid(argument)) {
          return true;
        }
      }
    }
    return false;
  }
}
