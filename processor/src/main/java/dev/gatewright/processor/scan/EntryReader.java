package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.RefusedEntry;
import dev.gatewright.processor.scan.EndpointSelection.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;

/** Finds ways into a guarded type that no guard can decide about. */
final class EntryReader {
  /** What any row is marked by. Most types of an application and their methods bear none of it. */
  private static final Set<String> MARKS =
      EntryTable.ROWS.stream()
          .flatMap(row -> row.names().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final AnnotationNames annotations;
  private final Members members;
  private final MadeObjects madeObjects;
  private final Adapters adapters;

  EntryReader(
      AnnotationNames annotations,
      Members members,
      Sources sources,
      ConstrainedTypes constrained,
      Adapters adapters) {
    this.annotations = annotations;
    this.members = members;
    this.madeObjects = new MadeObjects(annotations, sources, constrained);
    this.adapters = adapters;
  }

  /** Tells that what was seen of elements in the round before holds no longer. */
  void startRound() {
    madeObjects.startRound();
  }

  /** All of them, those of the type itself first. */
  List<RefusedEntry> read(Hierarchy hierarchy, List<Member> all, Selected selected) {
    List<RefusedEntry> refused = new ArrayList<>();
    if (selected.endpoints().isEmpty() && isForItselfOnly(hierarchy.type())) {
      refused.add(nothing(hierarchy.type(), ours(hierarchy, all)));
    }
    List<EntryRow> rowsOfType = isMarked(hierarchy) ? EntryTable.ROWS : List.of();
    for (EntryRow row : rowsOfType) {
      row.ofType(annotations, hierarchy)
          .map(by -> refused(row, by, hierarchy.type(), ours(hierarchy, all)))
          .ifPresent(refused::add);
    }
    withoutAdapter(hierarchy, all, selected.mappings()).ifPresent(refused::add);
    boolean typeAnnotated = GuardAnnotations.areOnAny(annotations, hierarchy.types());
    for (Member member : all) {
      boolean annotated =
          typeAnnotated || GuardAnnotations.areOnAny(annotations, member.declarations());
      if (selected.mappings().contain(member)) {
        madeObjects(hierarchy, member, refused);
      }
      boolean marked = annotations.find(member.declarations(), MARKS).isPresent();
      for (EntryRow row : marked ? EntryTable.ROWS : rowsOfType) {
        if (applies(row, annotated, member, selected)) {
          row.ofMethod(annotations, hierarchy, member)
              .map(by -> refused(row, by, member.method(), ours(hierarchy, member)))
              .ifPresent(refused::add);
        }
      }
    }
    return List.copyOf(refused);
  }

  private boolean isMarked(Hierarchy hierarchy) {
    return annotations.find(hierarchy.types(), MARKS).isPresent()
        || hierarchy.types().stream()
            .anyMatch(type -> MARKS.contains(type.getQualifiedName().toString()));
  }

  /** Annotations of interfaces and abstract classes are for what implements them. */
  private static boolean isForItselfOnly(TypeElement type) {
    return type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && !type.getModifiers().contains(Modifier.FINAL);
  }

  private static RefusedEntry nothing(TypeElement type, Ours ours) {
    return new RefusedEntry(
        RefusedEntry.Kind.NOTHING_TO_GUARD,
        ours.annotation(),
        ElementNames.describe(type),
        "",
        "",
        "remove it, or make the class abstract if it is for subclasses",
        ours.spot());
  }

  /** What bears one of Gatewright's annotations, and that annotation. */
  private record Ours(String annotation, Element element, Optional<AnnotationMirror> mirror) {
    ElementSpot spot() {
      return mirror
          .map(each -> ElementSpot.of(element, each))
          .orElseGet(() -> ElementSpot.of(element));
    }
  }

  private static Ours ours(Hierarchy hierarchy, List<Member> all) {
    Stream<Element> bearers =
        Stream.concat(
            hierarchy.types().stream(),
            all.stream().flatMap(member -> member.declarations().stream()));
    return ours(hierarchy, bearers, hierarchy.type());
  }

  private static Ours ours(Hierarchy hierarchy, Member member) {
    Stream<Element> bearers =
        Stream.concat(member.declarations().stream(), hierarchy.types().stream());
    return ours(hierarchy, bearers, member.method());
  }

  /** Points at the annotation where the type itself has it, else at what it should guard. */
  private static Ours ours(Hierarchy hierarchy, Stream<Element> bearers, Element guarded) {
    Element own =
        guarded.equals(hierarchy.type()) || ElementNames.enclosing(guarded).equals(hierarchy.type())
            ? guarded
            : hierarchy.type();
    return bearers
        .flatMap(
            element ->
                element.getAnnotationMirrors().stream()
                    .filter(mirror -> GuardAnnotations.isOne(ElementNames.typeOf(mirror)))
                    .map(mirror -> ours(hierarchy, element, mirror, own)))
        .findFirst()
        .orElseGet(() -> new Ours("Gatewright", own, Optional.empty()));
  }

  private static Ours ours(
      Hierarchy hierarchy, Element bearer, AnnotationMirror mirror, Element own) {
    TypeElement type = ElementNames.typeOf(mirror);
    boolean isContainer = ElementNames.isNamed(type, GuardAnnotations.RATE_LIMITED_ALL);
    String name = isContainer ? "@RateLimited" : "@" + type.getSimpleName();
    boolean isOwn =
        bearer.equals(hierarchy.type()) || ElementNames.enclosing(bearer).equals(hierarchy.type());
    return isOwn && !isContainer
        ? new Ours(name, bearer, Optional.of(mirror))
        : new Ours(name, isOwn ? bearer : own, Optional.empty());
  }

  /** Guards of classes whose objects are made of what a client sends, or are sent to it. */
  private void madeObjects(Hierarchy hierarchy, Member member, List<RefusedEntry> refused) {
    ExecutableElement method = member.method();
    ExecutableType signature = members.member((DeclaredType) hierarchy.type().asType(), method);
    for (int i = 0; i < signature.getParameterTypes().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      madeObjects
          .guarded(signature.getParameterTypes().get(i))
          .ifPresent(each -> refused.add(read(each, method, parameter)));
    }
    madeObjects
        .guarded(signature.getReturnType())
        .ifPresent(each -> refused.add(written(each, method)));
  }

  private static RefusedEntry read(
      MadeObjects.Guarded guarded, ExecutableElement method, VariableElement parameter) {
    return madeObject(
        guarded,
        ElementNames.describe(parameter),
        "the framework that reads the request",
        "annotate " + ElementNames.describe(method),
        parameter);
  }

  private static RefusedEntry written(MadeObjects.Guarded guarded, ExecutableElement method) {
    String name = ElementNames.describe(method);
    return madeObject(
        guarded,
        "what " + name + " returns",
        "the framework that writes the response",
        "annotate " + name + ", and return only what its callers may see",
        method);
  }

  private static RefusedEntry madeObject(
      MadeObjects.Guarded guarded, String by, String framework, String fix, Element place) {
    return new RefusedEntry(
        RefusedEntry.Kind.NO_ADAPTER,
        "@" + ElementNames.typeOf(guarded.annotation()).getSimpleName(),
        ElementNames.describe(guarded.type()),
        by,
        framework,
        fix,
        ElementSpot.of(place));
  }

  private static RefusedEntry refused(EntryRow row, String by, Element reached, Ours ours) {
    return new RefusedEntry(
        row.kind(),
        ours.annotation(),
        ElementNames.describe(reached),
        by,
        row.framework(),
        row.fix(),
        ours.spot());
  }

  private static boolean applies(
      EntryRow row, boolean annotated, Member member, Selected selected) {
    return switch (row.when()) {
      case BESIDE_ENDPOINTS -> true;
      case ANNOTATED -> annotated;
      case ENDPOINT, BEYOND_TYPES -> selected.endpoints().contains(member);
      case ENDPOINT_OR_ABSTRACT ->
          selected.endpoints().contains(member)
              || member.method().getModifiers().contains(Modifier.ABSTRACT);
    };
  }

  /** One for the type: its other mapped methods have the same remedy. */
  private Optional<RefusedEntry> withoutAdapter(
      Hierarchy hierarchy, List<Member> all, Mappings mappings) {
    for (Member member : all) {
      Optional<MappingFramework> framework =
          mappings.framework(member).filter(each -> !adapters.serve(each));
      if (framework.isPresent()) {
        return framework.map(each -> withoutAdapter(each, member, ours(hierarchy, member)));
      }
    }
    return Optional.empty();
  }

  private static RefusedEntry withoutAdapter(MappingFramework framework, Member member, Ours ours) {
    return new RefusedEntry(
        RefusedEntry.Kind.NO_ADAPTER,
        ours.annotation(),
        ElementNames.describe(member.method()),
        "its mapping",
        framework.title(),
        "move it to a Spring MVC controller, or compile with -A"
            + Adapters.OPTION
            + "="
            + framework.adapter().orElseThrow()
            + " if the application has code of its own that asks the gate there",
        ours.spot());
  }
}
