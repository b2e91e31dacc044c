package dev.gatewright.processor;

import com.google.auto.service.AutoService;
import dev.gatewright.processor.baseline.Baseline;
import dev.gatewright.processor.file.GuardFiles;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.rule.AccessRule;
import dev.gatewright.processor.rule.ElementRule;
import dev.gatewright.processor.rule.Finding;
import dev.gatewright.processor.rule.RuleBook;
import dev.gatewright.processor.rule.Severity;
import dev.gatewright.processor.scan.Adapters;
import dev.gatewright.processor.scan.ElementSpot;
import dev.gatewright.processor.scan.EndpointScanner;
import dev.gatewright.processor.scan.MetaAnnotations;
import dev.gatewright.processor.scan.Scanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Writes a guard for every type that needs one. Runs in every round over every type of the round,
 * since an endpoint may be guarded by annotations of supertypes alone.
 */
@AutoService(Processor.class)
public final class GuardProcessor extends AbstractProcessor {
  private static final String LOMBOK = "lombok.launch.AnnotationProcessorHider$AnnotationProcessor";

  /** From so many endpoints on that are not decided, somebody is adopting the rules. */
  private static final int MANY = 10;

  private final DeferredTypes unresolved = new DeferredTypes();
  private final DeferredTypes unguarded = new DeferredTypes();
  private RuleBook rules = new RuleBook();
  private Optional<UndecidedEndpoints> undecided = Optional.empty();
  private @Nullable EndpointScanner scanner;
  private @Nullable FindingPrinter printer;
  private @Nullable GuardFiles files;
  private Adapters adapters = Adapters.parse(null);
  private long unstated;
  private boolean optionsJudged;
  private boolean lombokIsOnPath;
  private Optional<LocalTypes> localTypes = Optional.empty();
  private @Nullable GuardedMembers guarded;
  private boolean bodiesAreHidden;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(Adapters.OPTION, Baseline.OPTION, Baseline.WRITE);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    adapters = Adapters.parse(environment.getOptions().get(Adapters.OPTION));
    scanner =
        new EndpointScanner(environment.getElementUtils(), environment.getTypeUtils(), adapters);
    Optional<SourceTrees> trees = SourceTrees.of(environment);
    localTypes = trees.map(LocalTypes::new);
    FindingPrinter findings = new FindingPrinter(environment.getMessager(), trees);
    undecided = UndecidedEndpoints.in(environment, scanner, findings);
    rules = undecided.map(each -> RuleBook.withBaseline(each.fileName())).orElseGet(RuleBook::new);
    GuardedMembers members = new GuardedMembers(environment, scanner, undecided);
    trees.ifPresent(each -> each.tell(new SuperCalls(each, members, findings)));
    trees.ifPresent(each -> each.tell(new SelfCalls(each, members, findings)));
    printer = findings;
    files = new GuardFiles(environment);
    guarded = members;
    bodiesAreHidden = trees.isEmpty() && !isEclipse(environment);
    lombokIsOnPath = isLombokOnPath(environment);
  }

  /**
   * Whether Lombok may run beside this processor, before or after it: the constructors, accessors
   * and modifiers that it writes are there a round later, and it always demands another round.
   * Eclipse's compiler has them from the beginning, or never.
   */
  private static boolean isLombokOnPath(ProcessingEnvironment environment) {
    if (isEclipse(environment)) {
      return false;
    }
    try {
      Class.forName(LOMBOK, false, GuardProcessor.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError notThere) {
      return false;
    }
  }

  private static boolean isEclipse(ProcessingEnvironment environment) {
    return environment.getClass().getName().startsWith("org.eclipse.");
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Objects.requireNonNull(scanner).startRound();
    List<TypeElement> types = unresolved.take(processingEnv.getElementUtils());
    List<TypeElement> earlier = unguarded.take(processingEnv.getElementUtils());
    ElementFilter.typesIn(round.getRootElements())
        .forEach(Objects.requireNonNull(scanner)::addSource);
    round.getRootElements().stream().findFirst().ifPresent(this::judgeOptions);
    if (isTooOld()) {
      return false;
    }
    List<TypeElement> read = new ArrayList<>();
    for (Element root : round.getRootElements()) {
      collect(root, read);
      localTypes.ifPresent(
          each -> Objects.requireNonNull(printer).print(each.check(root), ElementSpot.of(root)));
    }
    if (lombokIsOnPath && !round.processingOver() && nameLombok(annotations)) {
      read.forEach(unresolved::add);
    } else {
      types.addAll(read);
    }
    for (TypeElement type : types) {
      process(type, round.processingOver());
    }
    if (!round.processingOver()) {
      earlier.forEach(this::reconsider);
    } else {
      undecided.ifPresent(each -> each.finish(earlier));
    }
    Objects.requireNonNull(files).write();
    return false;
  }

  private static boolean nameLombok(Set<? extends TypeElement> annotations) {
    return annotations.stream()
        .anyMatch(each -> each.getQualifiedName().toString().startsWith("lombok."));
  }

  private static void collect(Element element, List<TypeElement> types) {
    if (element instanceof TypeElement type) {
      types.add(type);
      ElementFilter.typesIn(type.getEnclosedElements()).forEach(each -> collect(each, types));
    }
  }

  private void process(TypeElement type, boolean lastRound) {
    Scanned scanned = Objects.requireNonNull(scanner).scan(type);
    judgeMetaAnnotations(scanned.metaAnnotations(), type);
    if (scanned instanceof Scanned.Guarded guarded) {
      judge(guarded.type(), type);
    } else if (scanned instanceof Scanned.Unguarded) {
      unguarded.add(type);
    } else if (!lastRound) {
      unresolved.add(type);
    } else if (scanned instanceof Scanned.Unresolvable unresolvable
        && unresolvable.demandsGuard()) {
      ElementSpot spot = ElementSpot.of(type);
      Finding finding = Finding.of(ElementRule.UNRESOLVED_TYPE, spot, "Gatewright", spot.element());
      Objects.requireNonNull(printer).print(List.of(finding), spot);
    }
  }

  /** What needed no guard may need one now: another processor may have written what it names. */
  private void reconsider(TypeElement type) {
    if (Objects.requireNonNull(scanner).scan(type) instanceof Scanned.Unguarded) {
      unguarded.add(type);
    } else {
      process(type, false);
    }
  }

  /** Options have no place of their own: the first type of the compilation stands for them. */
  private void judgeOptions(Element root) {
    if (optionsJudged) {
      return;
    }
    optionsJudged = true;
    ElementSpot spot = ElementSpot.of(root);
    List<Finding> findings = new ArrayList<>();
    for (String name : adapters.unknown()) {
      findings.add(
          Finding.of(
              ElementRule.UNKNOWN_ADAPTER,
              spot,
              Adapters.OPTION,
              name,
              String.join(", ", Adapters.known())));
    }
    if (isTooOld()) {
      findings.add(
          Finding.of(
              ElementRule.OLD_SOURCE_LEVEL,
              spot,
              processingEnv.getSourceVersion().name().replace("RELEASE_", "")));
    }
    undecided.ifPresent(each -> findings.addAll(each.faults(spot)));
    Objects.requireNonNull(printer).print(findings, spot);
  }

  private boolean isTooOld() {
    return processingEnv.getSourceVersion().compareTo(SourceVersion.RELEASE_17) < 0;
  }

  private void judgeMetaAnnotations(List<MetaAnnotations.Use> uses, TypeElement type) {
    List<Finding> findings =
        uses.stream()
            .map(
                use ->
                    Finding.of(
                        ElementRule.META_ANNOTATION,
                        use.spot(),
                        "@" + use.guardAnnotation(),
                        use.spot().element(),
                        use.bearer()))
            .toList();
    Objects.requireNonNull(printer).print(findings, ElementSpot.of(type));
  }

  private void judge(GuardedType found, TypeElement type) {
    GuardedType model = undecided.map(each -> each.take(found, type)).orElse(found);
    if (model.methods().isEmpty() && !found.methods().isEmpty()) {
      return; // Nothing of it is decided yet.
    }
    List<Finding> findings = check(model);
    Objects.requireNonNull(guarded).add(type);
    warnOfHiddenBodies(type);
    Objects.requireNonNull(printer).print(findings, model.spot());
    boolean faultless = findings.stream().noneMatch(each -> each.severity() == Severity.ERROR);
    if (faultless && !model.isAbstractClass()) {
      Objects.requireNonNull(files).add(model, type);
    }
  }

  /**
   * Where many endpoints are not decided, each says how an application of many adopts the rules.
   */
  private List<Finding> check(GuardedType model) {
    List<Finding> findings = rules.check(model);
    boolean wereMany = unstated >= MANY;
    unstated +=
        findings.stream()
            .filter(each -> each.id() == AccessRule.NEITHER_SECURED_NOR_PUBLIC)
            .count();
    if (undecided.isEmpty() && !wereMany && unstated >= MANY) {
      rules = RuleBook.ofMany();
      return rules.check(model);
    }
    return findings;
  }

  /** Once in a compilation. */
  private void warnOfHiddenBodies(TypeElement type) {
    if (bodiesAreHidden) {
      bodiesAreHidden = false;
      processingEnv
          .getMessager()
          .printMessage(
              Diagnostic.Kind.WARNING,
              "Gatewright cannot see the bodies of methods: "
                  + processingEnv.getClass().getName()
                  + " hides javac from it, so that it looks neither for calls by 'super' past a"
                  + " guard (GW-M25) nor for annotated local classes (GW-M13). Fix: let javac call"
                  + " the processor without that class in between, or keep both out of the code.",
              type);
    }
  }
}
