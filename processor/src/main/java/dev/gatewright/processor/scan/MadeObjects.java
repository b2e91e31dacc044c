package dev.gatewright.processor.scan;

import static dev.gatewright.processor.model.RefusedEntry.Kind.NO_ADAPTER;
import static dev.gatewright.processor.scan.QualifiedNames.both;

import dev.gatewright.processor.scan.EntryRow.Place;
import dev.gatewright.processor.scan.EntryRow.When;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Classes whose objects frameworks make by themselves: they never make a guard. */
final class MadeObjects {
  private static final String TO_CALLER = "annotate the controller that uses it";

  static final List<EntryRow> ROWS =
      List.of(
          row(
              "Jakarta Persistence",
              Place.TYPE,
              both("persistence", "Entity Embeddable MappedSuperclass")),
          row("Jakarta Validation", Place.SUPERTYPE, both("validation", "ConstraintValidator")));

  private MadeObjects() {}

  /**
   * A class or a method of it that should have a guard.
   *
   * @param annotation the one of Gatewright's that says so
   */
  record Guarded(TypeElement type, AnnotationMirror annotation) {}

  /** Whether a class, which a framework makes objects of, bears one of Gatewright's annotations. */
  static Stream<Guarded> guarded(TypeElement type) {
    return Stream.concat(
            Stream.of(type),
            ElementFilter.methodsIn(type.getEnclosedElements()).stream().map(each -> each))
        .flatMap(each -> each.getAnnotationMirrors().stream())
        .filter(each -> GuardAnnotations.isOne(ElementNames.typeOf(each)))
        .limit(1)
        .map(each -> new Guarded(type, each));
  }

  private static EntryRow row(String framework, Place place, String names) {
    return new EntryRow(
        framework, NO_ADAPTER, place, When.BESIDE_ENDPOINTS, TO_CALLER, QualifiedNames.of(names));
  }
}
