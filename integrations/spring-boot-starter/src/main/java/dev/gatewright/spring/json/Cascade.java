package dev.gatewright.spring.json;

import jakarta.validation.Valid;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Whether validation goes on from an object to a part of it.
 *
 * @param isValid whether it looks into the part
 * @param isLeftOut whether the part, or what it is in, is of an object that validation looks into,
 *     and bears no {@code @Valid}
 * @param written how the type of the part is written; null where that says nothing
 */
record Cascade(boolean isValid, boolean isLeftOut, @Nullable AnnotatedType written) {
  static final Cascade ALL = new Cascade(true, false, null);
  static final Cascade LEFT_OUT = new Cascade(false, true, null);
  static final Cascade NONE = new Cascade(false, false, null);

  /**
   * From an object to a property, by its field or its getter. By other groups it is another
   * validation, which is not followed.
   */
  static Cascade of(Class<?> owner, String property) {
    String capital = StringUtils.capitalize(property);
    Set<String> getters = Set.of(property, "get" + capital, "is" + capital);
    for (Class<?> each = owner; each != null; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (field.getName().equals(property) && isAnywhere(field, field.getAnnotatedType())) {
          return of(field, field.getAnnotatedType());
        }
      }
      for (Method method : each.getDeclaredMethods()) {
        if (method.getParameterCount() == 0
            && getters.contains(method.getName())
            && isAnywhere(method, method.getAnnotatedReturnType())) {
          return of(method, method.getAnnotatedReturnType());
        }
      }
    }
    return LEFT_OUT;
  }

  private static Cascade of(AnnotatedElement member, AnnotatedType type) {
    return ConvertedGroups.areOn(member)
        ? NONE
        : new Cascade(member.isAnnotationPresent(Valid.class), false, type);
  }

  /** The same of an object that takes the place, whatever is written there. */
  Cascade ofWhole() {
    return isValid ? ALL : isLeftOut ? LEFT_OUT : NONE;
  }

  /**
   * From a container on to what it holds.
   *
   * @param isOfContainer whether {@code @Valid} at the container is said of what it holds
   */
  Cascade content(boolean isOfContainer) {
    AnnotatedType content = contentOf(written);
    if (content != null && ConvertedGroups.areOn(content)) {
      return NONE;
    }
    return new Cascade(
        (isValid && isOfContainer) || (content != null && content.isAnnotationPresent(Valid.class)),
        isLeftOut,
        content);
  }

  private static @Nullable AnnotatedType contentOf(@Nullable AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      return array.getAnnotatedGenericComponentType();
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      return arguments[arguments.length - 1];
    }
    return null;
  }

  /** Whether a member, its type, or what that holds, bears {@code @Valid}. */
  private static boolean isAnywhere(AnnotatedElement member, AnnotatedType type) {
    for (AnnotatedType each = type; each != null; each = contentOf(each)) {
      if (each.isAnnotationPresent(Valid.class)) {
        return true;
      }
    }
    return member.isAnnotationPresent(Valid.class);
  }
}
