package dev.gatewright.spring.json;

import dev.gatewright.spring.guard.DeclaredParameters;
import jakarta.validation.groups.ConvertGroup;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;

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
    return DeclaredParameters.within(type).anyMatch(ConvertedGroups::areOn);
  }
}
