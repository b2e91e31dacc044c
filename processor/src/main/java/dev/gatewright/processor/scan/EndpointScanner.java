package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Route;
import dev.gatewright.processor.model.SourceSpot;
import dev.gatewright.processor.model.TypeUse.AnnotationText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Turns a type of the sources into the model of what must be guarded in it. */
public final class EndpointScanner {
  private final Elements elements;
  private final Members members;
  private final ConsultedClassReader consultedClasses;
  private final MethodReader methods;
  private final LintReader lints;
  private final EndpointSelection selection;
  private final EntryReader entries;
  private final BinaryNames names;
  private final AnnotationDigest digest;
  private final TakenNames takenNames;
  private final Sources sources = new Sources();
  private final Map<ModuleElement, Boolean> seeingGenerated = new HashMap<>();
  private final AnnotationNames annotations = new AnnotationNames();
  private final RepeatedAnnotations repeated = new RepeatedAnnotations(annotations);
  private final MetaAnnotations metaAnnotations = new MetaAnnotations(annotations);
  private final ConstrainedTypes constrained = new ConstrainedTypes(annotations);

  /**
   * Scans with the compiler's own view of the sources; good for all rounds.
   *
   * @param adapters those that the application has of its own
   */
  public EndpointScanner(Elements elements, Types types, Adapters adapters) {
    this.elements = elements;
    this.members = new Members(elements, types);
    this.consultedClasses = new ConsultedClassReader(elements, types, members, sources);
    this.methods =
        new MethodReader(
            annotations,
            repeated,
            constrained,
            members,
            new SpecReader(annotations, consultedClasses),
            sources);
    this.lints = new LintReader(elements, types);
    this.selection = new EndpointSelection(members, annotations);
    this.entries = new EntryReader(annotations, members, sources, constrained, adapters);
    this.names = new BinaryNames(elements, types);
    this.digest = new AnnotationDigest(elements, annotations, names);
    this.takenNames = new TakenNames(elements, annotations);
  }

  /** Tells that what was seen of elements in the round before holds no longer. */
  public void startRound() {
    annotations.startRound();
    constrained.startRound();
    repeated.startRound();
    sources.startRound();
    selection.startRound();
    digest.startRound();
    methods.startRound();
    entries.startRound();
  }

  /** Tells of a top-level type that is compiled now, before anything of its round is scanned. */
  public void addSource(TypeElement type) {
    sources.add(type);
  }

  /** A type by its binary name. */
  public String nameOf(TypeElement type) {
    return names.of(type);
  }

  /**
   * An endpoint by the type that serves it and the method's erased signature, as reflection shows
   * both: {@code bank.Accounts#find(java.util.UUID)}.
   */
  public String nameOf(GuardedMethod method, TypeElement type) {
    return nameOf(type)
        + "#"
        + names.signature((ExecutableElement) ((ElementSpot) method.spot()).target());
  }

  /** Scans a type, without the types nested in it. */
  public Scanned scan(TypeElement type) {
    if (!sources.hasKnownAnnotations(type)) {
      return unresolvable(type);
    }
    if (GuardAnnotations.isGuard(type)) {
      return new Scanned.Unguarded(List.of());
    }
    if (Unresolved.inSupertypes(type)) {
      return unresolvable(type);
    }
    Hierarchy hierarchy = Hierarchy.of(type);
    if (selection.passesOver(hierarchy)) {
      return new Scanned.Unguarded(List.of());
    }
    List<Member> all = members.of(hierarchy);
    if (!sources.haveKnownAnnotations(hierarchy, all)) {
      return unresolvable(type);
    }
    Optional<EndpointSelection.Selected> selected = selection.select(hierarchy, all);
    List<MetaAnnotations.Use> uses = metaAnnotations.on(hierarchy, all);
    if (selected.isEmpty()) {
      return new Scanned.Unguarded(uses);
    }
    Mentioned mentioned = mentioned(hierarchy, selected.get());
    return isComplete(hierarchy, selected.get(), mentioned)
        ? new Scanned.Guarded(guardedType(hierarchy, all, selected.get(), mentioned), uses)
        : new Scanned.Unresolvable(true);
  }

  /** What is known of the type may be enough to say that it needs a guard. */
  private Scanned.Unresolvable unresolvable(TypeElement type) {
    Hierarchy hierarchy = Hierarchy.of(type);
    boolean selected = selection.select(hierarchy, members.of(hierarchy)).isPresent();
    return new Scanned.Unresolvable(selected || isVisiblyAnnotated(type));
  }

  private static boolean isVisiblyAnnotated(TypeElement type) {
    return Stream.concat(Stream.of(type), type.getEnclosedElements().stream())
        .anyMatch(
            element ->
                element.getAnnotationMirrors().stream()
                    .anyMatch(
                        mirror ->
                            ElementNames.packageOf(ElementNames.typeOf(mirror))
                                .equals(GuardAnnotations.PACKAGE)));
  }

  /** Whether everything that the guard would have to name is known. */
  private boolean isComplete(
      Hierarchy hierarchy, EndpointSelection.Selected selected, Mentioned mentioned) {
    TypeElement type = hierarchy.type();
    return !Unresolved.inTypeParameters(type)
        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .allMatch(this::isComplete)
        && mentioned.methods().stream().noneMatch(endpoint -> Unresolved.in(endpoint.signature()))
        && selected.leftAlone().stream()
            .noneMatch(member -> Unresolved.in((ExecutableType) member.method().asType()))
        && selected.endpoints().stream()
            .flatMap(member -> member.declarations().stream())
            .allMatch(sources::haveKnownParameters)
        && mentioned.asked().stream().noneMatch(consultedClasses::isUnresolved);
  }

  private boolean isComplete(ExecutableElement constructor) {
    return !Unresolved.in((ExecutableType) constructor.asType())
        && sources.hasKnownAnnotations(constructor)
        && sources.haveKnownParameters(constructor);
  }

  /**
   * What a guard names.
   *
   * @param access what it can name
   * @param methods endpoints, then the other methods of an interface
   * @param asked classes that annotations tell it to ask
   */
  private record Mentioned(TypeAccess access, List<Endpoint> methods, List<AskedClass> asked) {}

  private Mentioned mentioned(Hierarchy hierarchy, EndpointSelection.Selected selected) {
    TypeAccess access = new TypeAccess(hierarchy);
    List<Endpoint> named = new ArrayList<>();
    for (Member member : selected.endpoints()) {
      named.add(methods.endpoint(hierarchy, member, access));
    }
    for (Member member : selected.delegated()) {
      named.add(methods.endpoint(hierarchy, member, access));
    }
    return new Mentioned(
        access, named, ConsultedClasses.on(annotations, hierarchy, selected.endpoints()));
  }

  private GuardedType guardedType(
      Hierarchy hierarchy,
      List<Member> all,
      EndpointSelection.Selected selected,
      Mentioned mentioned) {
    TypeElement type = hierarchy.type();
    ClassReference name = hierarchy.name();
    ClassReference guardName =
        new ClassReference(
            name.packageName(), List.of(String.join("_", name.simpleNames()) + "Guard"));
    List<GuardedMethod> read = methods(hierarchy, selected, mentioned);
    int endpoints = selected.endpoints().size();
    return new GuardedType(
        name,
        guardName,
        takenNames.of(guardName, type),
        Traits.kind(type),
        Traits.visibility(type),
        Traits.isInsidePrivate(type),
        Traits.of(type),
        TypeReader.parameters(
            type.getTypeParameters().stream().map(TypeParameterElement::asType).toList()),
        type.getKind().isClass()
            ? annotationsOfGuard(type, mentioned.access(), guardName)
            : List.of(),
        ConstructorReader.read(type, mentioned.access()),
        read.subList(0, endpoints),
        read.subList(endpoints, read.size()),
        entries.read(hierarchy, all, selected),
        MemberNames.of(type, mentioned.access().namedMembers(), selected),
        lints.read(type, mentioned.access(), mentioned.methods(), mentioned.asked()),
        seesGenerated(type),
        endpointPoliciesMethod(all),
        digest.of(hierarchy),
        leftAlone(hierarchy, selected),
        ElementSpot.of(type));
  }

  private List<AnnotationText> annotationsOfGuard(
      TypeElement type, TypeAccess access, ClassReference guardName) {
    List<AnnotationText> all = new ArrayList<>(repeated.of(type, access));
    all.addAll(DefaultGroups.of(type, access, guardName));
    return List.copyOf(all);
  }

  private List<String> leftAlone(Hierarchy hierarchy, EndpointSelection.Selected selected) {
    return selected.leftAlone().stream()
        .flatMap(member -> leftAlone(hierarchy, member))
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<String> leftAlone(Hierarchy hierarchy, Member member) {
    return ContainerCalls.reason(annotations, hierarchy, member)
        .map(reason -> " " + reason.where() + names.of(reason.type()))
        .stream()
        .flatMap(
            reason -> member.declarations().stream().map(each -> names.signature(each) + reason));
  }

  private boolean seesGenerated(TypeElement type) {
    ModuleElement module = elements.getModuleOf(type);
    String annotation = "javax.annotation.processing.Generated";
    return module == null
        || seeingGenerated.computeIfAbsent(
            module, each -> elements.getTypeElement(each, annotation) != null);
  }

  private static @Nullable SourceSpot endpointPoliciesMethod(List<Member> all) {
    return all.stream()
        .map(Member::method)
        .filter(method -> method.getSimpleName().contentEquals("endpointPolicies"))
        .filter(method -> method.getParameters().isEmpty())
        .map(ElementSpot::of)
        .findFirst()
        .orElse(null);
  }

  /** Endpoints, then the other methods of an interface. */
  private List<GuardedMethod> methods(
      Hierarchy hierarchy, EndpointSelection.Selected selected, Mentioned mentioned) {
    List<GuardedMethod> read = new ArrayList<>();
    for (Member member : selected.endpoints()) {
      Endpoint endpoint = mentioned.methods().get(read.size());
      Route route = selected.mappings().route(member).orElse(null);
      read.add(methods.read(hierarchy, member, endpoint, route));
    }
    for (Member member : selected.delegated()) {
      read.add(methods.read(hierarchy, member, mentioned.methods().get(read.size()), null));
    }
    return read;
  }
}
