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
    }
    return traits;
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
