package dev.gatewright.processor.model;

import dev.gatewright.processor.model.TypeUse.AnnotationText;
import java.util.List;

/**
 * A parameter of an endpoint.
 *
 * @param type without annotations
 * @param nullable whether null is a value it may have, by an annotation named Nullable or because
 *     it is an Optional
 * @param written the type with the annotations that an override repeats
 * @param annotations those of the parameter that an override repeats
 */
public record Parameter(
    String name,
    TypeUse type,
    boolean nullable,
    TypeUse written,
    List<AnnotationText> annotations) {}
