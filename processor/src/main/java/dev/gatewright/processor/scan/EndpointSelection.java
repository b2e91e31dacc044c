package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Route;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;

/**
 * Decides which methods of a type are endpoints.
 *
 * <p>Where a web framework maps methods of the type, annotations of the type reach the mapped
 * methods; helpers beside them are endpoints only if they are annotated themselves. Elsewhere they
 * reach every method that a caller could call on an instance, except those by which the container
 * sets the instance up. Methods by which a servlet or one of Spring's handlers takes requests are
 * endpoints wherever there is a guard, and the only ones that annotations of the type reach there.
 */
final class EndpointSelection {
  /** What makes an interface the description of a client. */
  private static final Set<String> CLIENTS =
      Set.of(
          "org.springframework.cloud.openfeign.FeignClient",
          "org.eclipse.microprofile.rest.client.inject.RegisterRestClient");

  /** What makes a class serve what it implements all the same. */
  private static final Set<String> HANDLERS = Set.of("org.springframework.stereotype.Controller");

  private final Members members;
  private final Map<MappingFramework, RouteReader> routeReaders =
      new EnumMap<>(MappingFramework.class);

  EndpointSelection(Elements elements, Members members) {
    this.members = members;
    for (MappingFramework framework : MappingFramework.values()) {
      routeReaders.put(framework, framework.routes(elements));
    }
  }

  /**
   * What was selected.
   *
   * @param endpoints methods to guard
   * @param delegated of an interface, its other instance methods
   * @param leftAlone of a class, methods that annotations of types do not reach there
   */
  record Selected(List<Member> endpoints, List<Member> delegated, List<Member> leftAlone) {}

  Optional<Route> route(Hierarchy hierarchy, Member member) {
    return served(hierarchy, member)
        .flatMap(
            each ->
                routeReaders.values().stream()
                    .flatMap(reader -> reader.read(hierarchy, each).stream())
                    .findFirst());
  }

  /** The framework that maps the member; of several, one without an adapter of ours. */
  Optional<MappingFramework> framework(Hierarchy hierarchy, Member member) {
    return served(hierarchy, member)
        .flatMap(
            found ->
                routeReaders.entrySet().stream()
                    .filter(each -> each.getValue().read(hierarchy, found).isPresent())
                    .map(Map.Entry::getKey)
                    .reduce((first, last) -> last));
  }

  /**
   * Without what describes a client only: a class that implements that, a fallback, serves none.
   */
  private static Optional<Member> served(Hierarchy hierarchy, Member member) {
    if (!isClient(hierarchy)) {
      return Optional.of(member);
    }
    List<ExecutableElement> ofClasses =
        member.declarations().stream()
            .filter(each -> ElementNames.enclosing(each).getKind().isClass())
            .toList();
    return ofClasses.isEmpty()
        ? Optional.empty()
        : Optional.of(new Member(ofClasses.get(0), ofClasses.subList(1, ofClasses.size())));
  }

  private static boolean isClient(Hierarchy hierarchy) {
    return hierarchy.type().getKind().isClass()
        && hierarchy.types().stream()
            .anyMatch(each -> AnnotationSearch.find(each, CLIENTS).isPresent())
        && hierarchy.types().stream()
            .noneMatch(each -> AnnotationSearch.find(each, HANDLERS).isPresent());
  }

  /** Empty where nothing of the type needs a guard. */
  Optional<Selected> select(Hierarchy hierarchy, List<Member> all) {
    boolean typeAnnotated = hierarchy.types().stream().anyMatch(GuardAnnotations::areOn);
    boolean mapped = all.stream().anyMatch(member -> route(hierarchy, member).isPresent());
    boolean methodAnnotated = all.stream().anyMatch(EndpointSelection::isAnnotated);
    boolean isInterface = hierarchy.type().getKind().isInterface();
    boolean mappedClass = mapped && !isInterface;
    if (!typeAnnotated && !methodAnnotated && !mappedClass) {
      List<Member> aside = all.stream().filter(each -> isMappedAside(hierarchy, each)).toList();
      return aside.isEmpty()
          ? Optional.empty()
          : Optional.of(new Selected(aside, List.of(), List.of()));
    }
    boolean handler = HandlerMethods.isHandler(hierarchy);
    boolean reachesAll = typeAnnotated && !mapped && !handler;
    Predicate<Member> isEndpoint =
        member ->
            isAnnotated(member)
                || (handler && HandlerMethods.isOne(member))
                || (mapped && route(hierarchy, member).isPresent())
                || (reachesAll
                    && isReachable(hierarchy, member)
                    && !ContainerCalls.include(hierarchy, member));
    List<Member> endpoints = all.stream().filter(isEndpoint).toList();
    if (endpoints.isEmpty() && !GuardAnnotations.areOn(hierarchy.type())) {
      return Optional.empty();
    }
    List<Member> others =
        all.stream()
            .filter(isEndpoint.negate())
            .filter(member -> isReachable(hierarchy, member))
            .toList();
    return Optional.of(
        new Selected(
            endpoints,
            isInterface ? others : List.of(),
            reachesAll && !isInterface ? others : List.of()));
  }

  private static boolean isAnnotated(Member member) {
    return member.declarations().stream().anyMatch(GuardAnnotations::areOn);
  }

  /** Spring maps the methods of an interface that nothing can override, too. */
  private boolean isMappedAside(Hierarchy hierarchy, Member member) {
    var modifiers = member.method().getModifiers();
    return (modifiers.contains(Modifier.PRIVATE) || modifiers.contains(Modifier.STATIC))
        && route(hierarchy, member).isPresent();
  }

  /** Whether the method is called on instances, and not one that every object has. */
  private boolean isReachable(Hierarchy hierarchy, Member member) {
    var modifiers = member.method().getModifiers();
    return !modifiers.contains(Modifier.PRIVATE)
        && !modifiers.contains(Modifier.STATIC)
        && !members.overridesObject(member, (DeclaredType) hierarchy.type().asType());
  }
}
