package dev.gatewright.processor.model;

import dev.gatewright.processor.model.TypeUse.AnnotationText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an endpoint.
 *
 * @param boundName the name that a request has it by, where an annotation of Spring says one
 * @param type without annotations
 * @param nullable whether null is a value it may have, by an annotation named Nullable or because
 *     it is an Optional
 * @param written the type with the annotations that an override repeats
 * @param annotations those of the parameter that an override repeats
 */
public record Parameter(
    String name,
    @Nullable String boundName,
    TypeUse type,
    boolean nullable,
    TypeUse written,
    List<AnnotationText> annotations) {

  /** Its name, with the one that a request has it by where that is another. */
  public String names() {
    return boundName == null || boundName.equals(name) ? name : name + "=" + boundName;
  }
}
