package dev.gatewright.processor;

import dev.gatewright.processor.model.SourceSpot;
import dev.gatewright.processor.rule.Finding;
import dev.gatewright.processor.rule.Severity;
import dev.gatewright.processor.scan.ElementSpot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/**
 * Shows findings at their place in the sources. Each is shown once in a compilation, though every
 * subtype of an annotated type has it again.
 */
final class FindingPrinter {

  private record Shown(String message, SourceSpot spot) {}

  private final Messager messager;
  private final Set<Shown> shown = new HashSet<>();

  FindingPrinter(Messager messager) {
    this.messager = messager;
  }

  void print(List<Finding> findings) {
    for (Finding finding : findings) {
      if (shown.add(new Shown(finding.message(), finding.spot()))) {
        print(finding);
      }
    }
  }

  private void print(Finding finding) {
    Diagnostic.Kind kind =
        finding.severity() == Severity.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.NOTE;
    // Only the scanner makes spots, and it makes no other.
    ElementSpot spot = (ElementSpot) finding.spot();
    // A null annotation or value points at the whole element or annotation.
    messager.printMessage(kind, finding.message(), spot.target(), spot.annotation(), spot.value());
  }
}
