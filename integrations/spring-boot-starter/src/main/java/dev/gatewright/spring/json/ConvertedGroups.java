package dev.gatewright.spring.json;

import jakarta.validation.groups.ConvertGroup;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.util.stream.Stream;

/** Finds where validation goes on by other groups (Jakarta Validation 3.1, section 5.4.5). */
public final class ConvertedGroups {
  private ConvertedGroups() {}

  /** Whether it does at the element itself. */
  public static boolean areOn(AnnotatedElement element) {
    return element.isAnnotationPresent(ConvertGroup.class)
        || element.isAnnotationPresent(ConvertGroup.List.class);
  }

  /** Whether it does at a type or inside of it. */
  public static boolean areIn(AnnotatedType type) {
    return areOn(type) || parts(type).anyMatch(ConvertedGroups::areIn);
  }

  private static Stream<AnnotatedType> parts(AnnotatedType type) {
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
