package dev.gatewright.processor.scan;

import static dev.gatewright.processor.model.RefusedEntry.Kind.NO_ADAPTER;
import static dev.gatewright.processor.scan.QualifiedNames.both;

import dev.gatewright.processor.scan.EntryRow.Place;
import dev.gatewright.processor.scan.EntryRow.When;
import java.util.List;

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

  private static EntryRow row(String framework, Place place, String names) {
    return new EntryRow(
        framework, NO_ADAPTER, place, When.BESIDE_ENDPOINTS, TO_CALLER, QualifiedNames.of(names));
  }
}
