package dev.gatewright.processor;

import dev.gatewright.processor.baseline.Baseline;
import dev.gatewright.processor.baseline.Rewrite;
import dev.gatewright.processor.file.EndpointLists;
import dev.gatewright.processor.model.Declarations;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.SourceSpot;
import dev.gatewright.processor.rule.AccessRule;
import dev.gatewright.processor.rule.Finding;
import dev.gatewright.processor.scan.ElementSpot;
import dev.gatewright.processor.scan.EndpointScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Lets endpoints compile that are not decided yet, where the baseline lists them. Judges lines of
 * types that are compiled now, as an incremental compilation sees no others, and keeps the rest.
 */
final class UndecidedEndpoints {
  private final Baseline baseline;
  private final ProcessingEnvironment environment;
  private final EndpointScanner scanner;
  private final FindingPrinter printer;

  /** Lines as the file may have them in the end. */
  private final Set<String> lines;

  private boolean compiledAnything;

  private UndecidedEndpoints(
      Baseline baseline,
      ProcessingEnvironment environment,
      EndpointScanner scanner,
      FindingPrinter printer) {
    this.baseline = baseline;
    this.environment = environment;
    this.scanner = scanner;
    this.printer = printer;
    this.lines = baseline.endpoints();
  }

  /** Empty where the compiler's options name no baseline. */
  static Optional<UndecidedEndpoints> in(
      ProcessingEnvironment environment, EndpointScanner scanner, FindingPrinter printer) {
    return Baseline.of(environment.getOptions())
        .map(each -> new UndecidedEndpoints(each, environment, scanner, printer));
  }

  /** How messages call the file. */
  String fileName() {
    return baseline.fileName();
  }

  /** What is wrong with the baseline itself, told at the first type of the compilation. */
  List<Finding> faults(SourceSpot first) {
    compiledAnything = true;
    return baseline.faults().stream()
        .map(fault -> Finding.of(AccessRule.UNUSABLE_BASELINE, first, fault.problem(), fault.fix()))
        .toList();
  }

  /** The type without its undecided endpoints, of which an interface's guard hands calls on. */
  GuardedType decided(GuardedType model, TypeElement type) {
    return model.without(undecided(model, type));
  }

  /**
   * Judges the lines of a type, and tells the run time which of its endpoints are undecided.
   *
   * @return the type without them; without methods where it needs no guard
   */
  GuardedType take(GuardedType model, TypeElement type) {
    List<GuardedMethod> undecided = undecided(model, type);
    Set<String> names = new TreeSet<>();
    undecided.forEach(each -> names.add(scanner.nameOf(each, type)));
    judgeLines(model, type, names);
    lines.addAll(names);
    if (!names.isEmpty()) {
      write(names, type);
    }
    return model.without(undecided);
  }

  /**
   * A line stands for one endpoint: of methods that hide one another, as package-private ones of
   * other packages do, none can be listed.
   */
  private List<GuardedMethod> undecided(GuardedType model, TypeElement type) {
    Set<String> once = new HashSet<>();
    Set<String> several = new HashSet<>();
    for (GuardedMethod method : model.methods()) {
      String name = scanner.nameOf(method, type);
      if (!once.add(name)) {
        several.add(name);
      }
    }
    return model.methods().stream()
        .filter(method -> mayBeUndecided(method, model))
        .filter(method -> isListed(scanner.nameOf(method, type), several))
        .toList();
  }

  private boolean isListed(String name, Set<String> ambiguous) {
    return !ambiguous.contains(name)
        && (baseline.rewrite() == Rewrite.ALL || baseline.contains(name));
  }

  /** An endpoint that anything of Gatewright's bears upon would lose that without its guard. */
  private static boolean mayBeUndecided(GuardedMethod method, GuardedType model) {
    return method.route() != null
        && !model.isAbstractClass()
        && model.refusedEntries().isEmpty()
        && annotations(method.declarations()).findAny().isEmpty();
  }

  private static Stream<SourceSpot> annotations(Declarations declared) {
    return Stream.of(
            declared.secured().stream().map(each -> each.spot()),
            declared.open().stream().map(each -> each.spot()),
            declared.limits().stream().map(each -> each.spot()),
            declared.inputs().stream().map(each -> each.spot()))
        .flatMap(each -> each);
  }

  private void judgeLines(GuardedType model, TypeElement type, Set<String> undecided) {
    List<String> gone = new ArrayList<>(baseline.of(scanner.nameOf(type)));
    gone.removeAll(undecided);
    gone.forEach(lines::remove);
    List<Finding> findings = new ArrayList<>();
    for (GuardedMethod method : model.methods()) {
      String name = scanner.nameOf(method, type);
      if (gone.remove(name)) {
        findings.add(
            annotations(method.declarations())
                .findFirst()
                .map(spot -> superfluous(name, reason(method.declarations()), spot))
                .orElseGet(() -> superfluous(name, "it cannot be left undecided", method.spot())));
      }
    }
    gone.forEach(name -> findings.add(gone(name, type)));
    report(findings, type);
  }

  private static String reason(Declarations declared) {
    return declared.secured().isEmpty() && declared.open().isEmpty()
        ? "annotations of Gatewright's bear upon it, which need a decision (@Secured or @Public)"
        : "it is decided by now";
  }

  private Finding gone(String name, TypeElement type) {
    return superfluous(name, "its class has no such endpoint", ElementSpot.of(type));
  }

  private Finding superfluous(String name, String reason, SourceSpot spot) {
    return Finding.of(
        AccessRule.SUPERFLUOUS_LINE, spot, name, fileName(), baseline.line(name), reason);
  }

  private void report(List<Finding> findings, TypeElement type) {
    if (baseline.rewrite() == Rewrite.NO) {
      printer.print(findings, ElementSpot.of(type));
    }
  }

  private void write(Set<String> names, TypeElement type) {
    try {
      new EndpointLists(environment.getFiler()).write(scanner.nameOf(type), names, type);
    } catch (IOException e) {
      fail("the list of undecided endpoints of " + scanner.nameOf(type), e);
    }
  }

  private void fail(String what, IOException e) {
    environment
        .getMessager()
        .printMessage(
            Diagnostic.Kind.ERROR,
            "Gatewright cannot write "
                + what
                + ": "
                + e.getMessage()
                + ". Fix: make its directory writable and free of other files of that name.");
  }

  /**
   * Ends the compilation.
   *
   * @param unguarded types that were compiled and have no endpoint at all
   */
  void finish(List<TypeElement> unguarded) {
    if (!compiledAnything) {
      return;
    }
    for (TypeElement type : unguarded) {
      List<String> gone = baseline.of(scanner.nameOf(type));
      gone.forEach(lines::remove);
      report(gone.stream().map(name -> gone(name, type)).toList(), type);
    }
    if (baseline.rewrite() != Rewrite.NO) {
      try {
        baseline.write(lines);
      } catch (IOException e) {
        fail(fileName(), e);
      }
    }
    if (baseline.faults().isEmpty()) {
      environment.getMessager().printMessage(Diagnostic.Kind.NOTE, summary());
    }
  }

  private String summary() {
    if (lines.isEmpty()) {
      return fileName() + " lists no endpoint: remove it, and the option -A" + Baseline.OPTION;
    }
    String undecided =
        (lines.size() == 1 ? "1 endpoint is" : lines.size() + " endpoints are")
            + " not decided yet, listed in "
            + fileName();
    List<String> unknown = baseline.classes().stream().filter(each -> !isKnown(each)).toList();
    return unknown.isEmpty()
        ? undecided
        : undecided
            + "; this compilation knows no class "
            + String.join(", ", unknown)
            + ": remove the lines of classes that are gone";
  }

  private boolean isKnown(String binaryName) {
    return environment.getElementUtils().getTypeElement(binaryName) != null
        || environment.getElementUtils().getTypeElement(binaryName.replace('$', '.')) != null;
  }
}
