package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Route;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** How web frameworks map the methods of one type. */
final class Mappings {
  /** What makes an interface the description of a client. */
  private static final Set<String> CLIENTS =
      Set.of(
          "org.springframework.cloud.openfeign.FeignClient",
          "org.eclipse.microprofile.rest.client.inject.RegisterRestClient");

  /** What makes a class serve what it implements all the same. */
  private static final Set<String> HANDLERS = Set.of("org.springframework.stereotype.Controller");

  private record Mapping(MappingFramework framework, Route route) {}

  /** Of several frameworks, the first and the last that map the method. */
  private record Found(Mapping first, Mapping last) {}

  private final IdentityHashMap<Member, Found> found = new IdentityHashMap<>();

  private Mappings() {}

  /** Reads those of all methods of a type. */
  static Mappings of(
      Hierarchy hierarchy,
      List<Member> all,
      AnnotationNames annotations,
      Map<MappingFramework, RouteReader> readers) {
    Mappings mappings = new Mappings();
    boolean client = isClient(hierarchy, annotations);
    for (Member member : all) {
      Optional<Member> served = client ? ofClasses(member) : Optional.of(member);
      readers.forEach(
          (framework, reader) ->
              served
                  .filter(
                      each ->
                          annotations.find(each.declarations(), reader.annotations()).isPresent())
                  .flatMap(each -> reader.read(hierarchy, each))
                  .map(route -> new Mapping(framework, route))
                  .ifPresent(mapping -> mappings.add(member, mapping)));
    }
    return mappings;
  }

  private void add(Member member, Mapping mapping) {
    found.merge(
        member,
        new Found(mapping, mapping),
        (before, one) -> new Found(before.first(), one.last()));
  }

  /** A class that implements what describes a client only, a fallback, serves none of that. */
  private static boolean isClient(Hierarchy hierarchy, AnnotationNames annotations) {
    return hierarchy.type().getKind().isClass()
        && annotations.find(hierarchy.types(), CLIENTS).isPresent()
        && annotations.find(hierarchy.types(), HANDLERS).isEmpty();
  }

  private static Optional<Member> ofClasses(Member member) {
    List<ExecutableElement> ofClasses =
        member.declarations().stream()
            .filter(each -> ElementNames.enclosing(each).getKind().isClass())
            .toList();
    return ofClasses.isEmpty()
        ? Optional.empty()
        : Optional.of(new Member(ofClasses.get(0), ofClasses.subList(1, ofClasses.size())));
  }

  /**
   * Whether a framework calls the methods on instances of the type. Spring MVC does so for
   * controllers only; a service may implement an interface whose methods are mapped.
   */
  boolean serve(Hierarchy hierarchy, AnnotationNames annotations) {
    boolean mayBeExtended =
        hierarchy.type().getKind().isInterface()
            || hierarchy.type().getModifiers().contains(Modifier.ABSTRACT);
    return found.values().stream()
        .anyMatch(
            each ->
                mayBeExtended
                    || each.last().framework() != MappingFramework.SPRING_MVC
                    || annotations.find(hierarchy.types(), HANDLERS).isPresent());
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  boolean contain(Member member) {
    return found.containsKey(member);
  }

  Optional<Route> route(Member member) {
    return Optional.ofNullable(found.get(member)).map(each -> each.first().route());
  }

  /** The framework that maps the member; of several, one without an adapter of ours. */
  Optional<MappingFramework> framework(Member member) {
    return Optional.ofNullable(found.get(member)).map(each -> each.last().framework());
  }
}
