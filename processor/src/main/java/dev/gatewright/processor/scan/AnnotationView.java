package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads one annotation's values, each with the place where it was written. Only for annotations
 * that {@link Unresolved} has found nothing in.
 */
final class AnnotationView {
  private final AnnotationNames annotations;
  private final Element target;
  private final AnnotationMirror mirror;
  private final Map<String, AnnotationValue> stated = new HashMap<>();

  AnnotationView(AnnotationNames annotations, Element target, AnnotationMirror mirror) {
    this.annotations = annotations;
    this.target = target;
    this.mirror = mirror;
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
        mirror.getElementValues().entrySet()) {
      stated.put(each.getKey().getSimpleName().toString(), each.getValue());
    }
  }

  /** The element's own annotation of that type, not one it inherits. */
  static Optional<AnnotationView> find(
      AnnotationNames annotations, Element target, String annotation) {
    for (AnnotationMirror mirror : target.getAnnotationMirrors()) {
      if (annotations.nameOf(ElementNames.typeOf(mirror)).equals(annotation)) {
        return Optional.of(new AnnotationView(annotations, target, mirror));
      }
    }
    return Optional.empty();
  }

  /**
   * The element's own limits, in order, whether the compiler has put them into a container or not.
   */
  static List<AnnotationView> limits(AnnotationNames annotations, Element target) {
    List<AnnotationView> limits = new ArrayList<>();
    find(annotations, target, GuardAnnotations.RATE_LIMITED).ifPresent(limits::add);
    find(annotations, target, GuardAnnotations.RATE_LIMITED_ALL)
        .ifPresent(container -> limits.addAll(container.nested("value")));
    return limits;
  }

  AnnotationMirror mirror() {
    return mirror;
  }

  ElementSpot spot() {
    return ElementSpot.of(target, mirror);
  }

  boolean states(String member) {
    return stated.containsKey(member);
  }

  Located<String> text(String member) {
    return located(member, String.class::cast);
  }

  Located<Boolean> flag(String member) {
    return located(member, Boolean.class::cast);
  }

  Located<Long> wholeNumber(String member) {
    return located(member, value -> ((Number) value).longValue());
  }

  Located<Integer> number(String member) {
    return located(member, value -> ((Number) value).intValue());
  }

  <E extends Enum<E>> Located<E> constant(String member, Class<E> type) {
    return located(member, value -> constant(value, type));
  }

  List<Located<String>> texts(String member) {
    return several(member, String.class::cast);
  }

  <E extends Enum<E>> List<Located<E>> constants(String member, Class<E> type) {
    return several(member, value -> constant(value, type));
  }

  /**
   * Texts or names of enum constants, one or several, without their places; none where the member
   * has neither a value nor a default.
   */
  List<String> constants(String member) {
    if (!states(member) && !annotations.defaults(ElementNames.typeOf(mirror)).containsKey(member)) {
      return List.of();
    }
    List<String> constants = new ArrayList<>();
    if (value(member).getValue() instanceof List<?> several) {
      for (Object each : several) {
        constants.add(name(((AnnotationValue) each).getValue()));
      }
    } else {
      constants.add(name(value(member).getValue()));
    }
    return constants;
  }

  private static String name(Object value) {
    return value instanceof VariableElement ? constantName(value) : value.toString();
  }

  Located<TypeMirror> type(String member) {
    return located(member, TypeMirror.class::cast);
  }

  List<Located<TypeMirror>> types(String member) {
    return several(member, TypeMirror.class::cast);
  }

  /** Annotations held by this one, as a container of repeated annotations holds them. */
  List<AnnotationView> nested(String member) {
    List<AnnotationView> nested = new ArrayList<>();
    for (Located<AnnotationMirror> each : several(member, AnnotationMirror.class::cast)) {
      nested.add(new AnnotationView(annotations, target, each.value()));
    }
    return nested;
  }

  private static <E extends Enum<E>> E constant(Object value, Class<E> type) {
    String name = constantName(value);
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalStateException(
          "Gatewright's processor knows no "
              + type.getSimpleName()
              + "."
              + name
              + ", which its annotations have. Fix: use gatewright-annotations and "
              + "gatewright-processor of the same version.",
          unknown);
    }
  }

  private static String constantName(Object value) {
    return ((VariableElement) value).getSimpleName().toString();
  }

  private <T> Located<T> located(String member, Function<Object, T> reader) {
    AnnotationValue value = value(member);
    return new Located<>(
        reader.apply(value.getValue()),
        states(member) ? ElementSpot.of(target, mirror, value) : spot());
  }

  private <T> List<Located<T>> several(String member, Function<Object, T> reader) {
    boolean written = states(member);
    List<Located<T>> all = new ArrayList<>();
    for (Object item : (List<?>) value(member).getValue()) {
      AnnotationValue each = (AnnotationValue) item;
      T read = reader.apply(each.getValue());
      all.add(new Located<>(read, written ? ElementSpot.of(target, mirror, each) : spot()));
    }
    return List.copyOf(all);
  }

  private AnnotationValue value(String member) {
    AnnotationValue written = stated.get(member);
    AnnotationValue value =
        written == null ? annotations.defaults(ElementNames.typeOf(mirror)).get(member) : written;
    if (value == null) {
      throw new IllegalStateException(mirror + " on " + target + " has no " + member);
    }
    return value;
  }
}
