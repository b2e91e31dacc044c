package dev.gatewright.processor.scan;

import static dev.gatewright.processor.scan.QualifiedNames.both;

import dev.gatewright.processor.model.RefusedEntry;
import dev.gatewright.processor.scan.EntryRow.Place;
import dev.gatewright.processor.scan.EntryRow.When;
import java.util.List;

/** Types all of whose methods run on another thread, where no request is. */
final class AsynchronousTypes {
  static final List<EntryRow> ROWS =
      List.of(
          new EntryRow(
              "a task executor",
              RefusedEntry.Kind.NO_REQUEST,
              Place.TYPE,
              When.ENDPOINT,
              "put that annotation on methods that bear none of Gatewright's",
              QualifiedNames.of(
                  "org.springframework.scheduling.annotation Async", both("ejb", "Asynchronous"))));

  private AsynchronousTypes() {}
}
