package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Located;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Reads one annotation's values, each with the place where it was written. Only for annotations
 * that {@link Unresolved} has found nothing in.
 */
final class AnnotationView {
  private final Elements elements;
  private final Element target;
  private final AnnotationMirror mirror;
  private final Map<? extends ExecutableElement, ? extends AnnotationValue> stated;
  private @Nullable Map<String, AnnotationValue> values;

  AnnotationView(Elements elements, Element target, AnnotationMirror mirror) {
    this.elements = elements;
    this.target = target;
    this.mirror = mirror;
    this.stated = mirror.getElementValues();
  }

  /** The element's own annotation of that type, not one it inherits. */
  static Optional<AnnotationView> find(Elements elements, Element target, String annotation) {
    for (AnnotationMirror mirror : target.getAnnotationMirrors()) {
      if (ElementNames.isNamed(ElementNames.typeOf(mirror), annotation)) {
        return Optional.of(new AnnotationView(elements, target, mirror));
      }
    }
    return Optional.empty();
  }

  /**
   * The element's own limits, in order, whether the compiler has put them into a container or not.
   */
  static Stream<AnnotationView> limits(Elements elements, Element target) {
    return Stream.concat(
        find(elements, target, GuardAnnotations.RATE_LIMITED).stream(),
        find(elements, target, GuardAnnotations.RATE_LIMITED_ALL).stream()
            .flatMap(container -> container.nested("value").stream()));
  }

  AnnotationMirror mirror() {
    return mirror;
  }

  ElementSpot spot() {
    return ElementSpot.of(target, mirror);
  }

  private ElementSpot spot(AnnotationValue value) {
    return stated.containsValue(value) ? ElementSpot.of(target, mirror, value) : spot();
  }

  boolean states(String member) {
    return stated(member) != null;
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

  /** Texts or names of enum constants, one or several, as annotations of frameworks have them. */
  List<Located<String>> names(String member) {
    AnnotationValue value = value(member);
    return value.getValue() instanceof List<?>
        ? several(member, AnnotationView::name)
        : List.of(located(member, AnnotationView::name));
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
    return several(member, AnnotationMirror.class::cast).stream()
        .map(each -> new AnnotationView(elements, target, each.value()))
        .toList();
  }

  private static <E extends Enum<E>> E constant(Object value, Class<E> type) {
    String name = constantName(value);
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Gatewright's processor knows no "
                        + type.getSimpleName()
                        + "."
                        + name
                        + ", which its annotations have. Fix: use gatewright-annotations and "
                        + "gatewright-processor of the same version."));
  }

  private static String constantName(Object value) {
    return ((VariableElement) value).getSimpleName().toString();
  }

  private <T> Located<T> located(String member, Function<Object, T> reader) {
    AnnotationValue value = value(member);
    return new Located<>(reader.apply(value.getValue()), spot(value));
  }

  private <T> List<Located<T>> several(String member, Function<Object, T> reader) {
    AnnotationValue array = value(member);
    boolean written = stated.containsValue(array);
    List<Located<T>> all = new ArrayList<>();
    for (Object item : (List<?>) array.getValue()) {
      AnnotationValue each = (AnnotationValue) item;
      T read = reader.apply(each.getValue());
      all.add(new Located<>(read, written ? ElementSpot.of(target, mirror, each) : spot()));
    }
    return List.copyOf(all);
  }

  private AnnotationValue value(String member) {
    AnnotationValue written = stated(member);
    AnnotationValue value = written == null ? values().get(member) : written;
    if (value == null) {
      throw new IllegalStateException(mirror + " on " + target + " has no " + member);
    }
    return value;
  }

  private @Nullable AnnotationValue stated(String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
        stated.entrySet()) {
      if (each.getKey().getSimpleName().contentEquals(member)) {
        return each.getValue();
      }
    }
    return null;
  }

  /** Those that are written and the defaults, by name. */
  private Map<String, AnnotationValue> values() {
    Map<String, AnnotationValue> read = values;
    if (read == null) {
      read = new HashMap<>();
      for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
          elements.getElementValuesWithDefaults(mirror).entrySet()) {
        read.put(each.getKey().getSimpleName().toString(), each.getValue());
      }
      values = read;
    }
    return read;
  }
}
