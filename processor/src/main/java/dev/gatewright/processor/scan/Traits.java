package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Trait;
import dev.gatewright.processor.model.TypeKind;
import dev.gatewright.processor.model.Visibility;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** Reads modifiers. */
final class Traits {
  private static final Map<Modifier, Trait> BY_MODIFIER =
      new EnumMap<>(
          Map.of(
              Modifier.ABSTRACT, Trait.ABSTRACT,
              Modifier.FINAL, Trait.FINAL,
              Modifier.STATIC, Trait.STATIC,
              Modifier.SEALED, Trait.SEALED,
              Modifier.DEFAULT, Trait.DEFAULT));

  private static final Set<String> MAKES_FINAL =
      Set.of("lombok.Value", "lombok.experimental.Value");

  private static final Set<String> KEEPS_OPEN = Set.of("lombok.experimental.NonFinal");

  private Traits() {}

  static Set<Trait> of(Element element) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    for (Modifier modifier : element.getModifiers()) {
      Trait trait = BY_MODIFIER.get(modifier);
      if (trait != null) {
        traits.add(trait);
      }
    }
    if (element instanceof TypeElement type) {
      addNesting(type, traits);
      if (isMadeFinal(type)) {
        traits.add(Trait.FINAL_BY_LOMBOK);
      }
    }
    return traits;
  }

  private static boolean isMadeFinal(TypeElement type) {
    return isAnnotated(type, MAKES_FINAL) && !isAnnotated(type, KEEPS_OPEN);
  }

  private static boolean isAnnotated(TypeElement type, Set<String> annotations) {
    return type.getAnnotationMirrors().stream()
        .map(each -> ElementNames.typeOf(each).getQualifiedName().toString())
        .anyMatch(annotations::contains);
  }

  private static void addNesting(TypeElement type, Set<Trait> traits) {
    switch (type.getNestingKind()) {
      case LOCAL, ANONYMOUS -> traits.add(Trait.LOCAL);
      case MEMBER -> {
        if (type.getKind().isClass() && !type.getModifiers().contains(Modifier.STATIC)) {
          traits.add(Trait.INNER);
        }
      }
      case TOP_LEVEL -> {}
    }
  }

  static TypeKind kind(TypeElement type) {
    return switch (type.getKind()) {
      case RECORD -> TypeKind.RECORD;
      case ENUM -> TypeKind.ENUM;
      case INTERFACE -> TypeKind.INTERFACE;
      case ANNOTATION_TYPE -> TypeKind.ANNOTATION;
      default -> TypeKind.CLASS;
    };
  }

  static Visibility visibility(Element element) {
    Set<Modifier> modifiers = element.getModifiers();
    if (modifiers.contains(Modifier.PUBLIC)) {
      return Visibility.PUBLIC;
    }
    if (modifiers.contains(Modifier.PROTECTED)) {
      return Visibility.PROTECTED;
    }
    return modifiers.contains(Modifier.PRIVATE) ? Visibility.PRIVATE : Visibility.PACKAGE;
  }

  /** The least visible of a type and the types around it. */
  static Visibility leastVisible(TypeElement type) {
    Visibility own = visibility(type);
    if (type.getNestingKind() != NestingKind.MEMBER) {
      return own;
    }
    Visibility around = leastVisible(ElementNames.enclosingType(type));
    return own.compareTo(around) >= 0 ? own : around;
  }

  static boolean isInsidePrivate(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && leastVisible(ElementNames.enclosingType(type)) == Visibility.PRIVATE;
  }
}
