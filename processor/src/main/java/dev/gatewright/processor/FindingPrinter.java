package dev.gatewright.processor;

import dev.gatewright.processor.model.SourceSpot;
import dev.gatewright.processor.rule.Finding;
import dev.gatewright.processor.rule.Severity;
import dev.gatewright.processor.scan.ElementSpot;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
  private final Optional<SourceTrees> trees;
  private final Set<Shown> shown = new HashSet<>();

  FindingPrinter(Messager messager, Optional<SourceTrees> trees) {
    this.messager = messager;
    this.trees = trees;
  }

  /**
   * Shows findings about one type.
   *
   * @param type where to show what lies in a class file
   */
  void print(List<Finding> findings, SourceSpot type) {
    for (Finding finding : findings) {
      SourceSpot spot = isInClassFile(finding.spot()) ? type : finding.spot();
      if (shown.add(new Shown(finding.message(), spot))) {
        print(finding, spot);
      }
    }
  }

  private boolean isInClassFile(SourceSpot spot) {
    return spot instanceof ElementSpot element
        && trees.map(each -> each.trees().getPath(element.target()) == null).orElse(false);
  }

  private void print(Finding finding, SourceSpot spot) {
    Diagnostic.Kind kind =
        finding.severity() == Severity.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.NOTE;
    if (spot instanceof ElementSpot element) {
      Optional<TreeSpot> repeated = trees.flatMap(each -> each.ofRepeated(element));
      repeated.ifPresentOrElse(
          place -> print(kind, finding.message(), place),
          () -> print(kind, finding.message(), element));
    } else if (spot instanceof TreeSpot place) {
      print(kind, finding.message(), place);
    } else {
      throw new IllegalArgumentException("cannot point at " + spot);
    }
  }

  /** A null annotation or value points at the whole element or annotation. */
  private void print(Diagnostic.Kind kind, String message, ElementSpot spot) {
    messager.printMessage(kind, message, spot.target(), spot.annotation(), spot.value());
  }

  private void print(Diagnostic.Kind kind, String message, TreeSpot spot) {
    trees.orElseThrow().trees().printMessage(kind, message, spot.tree(), spot.unit());
  }
}
