package dev.gatewright.processor.model;

import dev.gatewright.processor.model.TypeUse.AnnotationText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constructor of a guarded class that its guard repeats.
 *
 * @param hidden a type that it, or an annotation to repeat, names and the guard cannot see; null
 *     for none
 */
public record GuardedConstructor(
    Visibility visibility,
    List<TypeParameter> typeParameters,
    List<ConstructorParameter> parameters,
    boolean varargs,
    List<TypeUse> thrownTypes,
    List<AnnotationText> annotations,
    @Nullable ClassReference hidden,
    SourceSpot spot) {

  /**
   * A constructor's parameter with its annotations, which containers read.
   *
   * @param annotations those of the parameter
   * @param typeAnnotations those of its type, such as JSpecify's Nullable
   */
  public record ConstructorParameter(
      String name,
      TypeUse type,
      List<AnnotationText> annotations,
      List<AnnotationText> typeAnnotations) {}
}
