package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.SourceSpot;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A place in the sources as the compiler knows it. Good for one round only, as elements are.
 *
 * @param target the element to report at
 * @param annotation the annotation to report at; null for the element as a whole
 * @param value the annotation's value to report at; null for the annotation as a whole
 */
public record ElementSpot(
    Element target, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value)
    implements SourceSpot {

  /** The element as a whole. */
  public static ElementSpot of(Element target) {
    return new ElementSpot(target, null, null);
  }

  static ElementSpot of(Element target, AnnotationMirror annotation) {
    return new ElementSpot(target, annotation, null);
  }

  static ElementSpot of(Element target, AnnotationMirror annotation, AnnotationValue value) {
    return new ElementSpot(target, annotation, value);
  }

  @Override
  public String element() {
    return ElementNames.describe(target);
  }
}
