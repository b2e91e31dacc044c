package dev.gatewright.processor.scan;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Decides which methods of a type are endpoints.
 *
 * <p>Where a web framework serves mapped methods of the type, annotations of the type reach those;
 * helpers beside them are endpoints only if they are annotated themselves. Elsewhere they reach
 * every method that a caller could call on an instance, except those by which the container sets
 * the instance up. Methods by which a servlet or one of Spring's handlers takes requests are
 * endpoints wherever there is a guard, and the only ones that annotations of the type reach there.
 *
 * <p>Annotations of a supertype reach what they would reach there, too: a mapping that a subclass
 * adds takes nothing away from what its supertype secures.
 */
final class EndpointSelection {
  private final Members members;
  private final AnnotationNames annotations;
  private final Map<MappingFramework, RouteReader> routeReaders =
      new EnumMap<>(MappingFramework.class);
  private final Set<String> deciding = new HashSet<>(GuardAnnotations.ALL);

  EndpointSelection(Members members, AnnotationNames annotations) {
    this.members = members;
    this.annotations = annotations;
    for (MappingFramework framework : MappingFramework.values()) {
      RouteReader reader = framework.routes(annotations);
      routeReaders.put(framework, reader);
      deciding.addAll(reader.annotations());
    }
  }

  /** Tells that what was seen of elements in the round before holds no longer. */
  void startRound() {
    routeReaders.values().forEach(RouteReader::startRound);
  }

  /**
   * What was selected.
   *
   * @param endpoints methods to guard
   * @param delegated of an interface, its other instance methods
   * @param leftAlone of a class, methods that annotations of types do not reach there
   * @param mappings of all methods
   */
  record Selected(
      List<Member> endpoints, List<Member> delegated, List<Member> leftAlone, Mappings mappings) {}

  /**
   * Whether no annotation of the type, its supertypes or their methods can make an endpoint, nor is
   * or bears one that is not known yet. Most types of an application are such.
   */
  boolean passesOver(Hierarchy hierarchy) {
    for (TypeElement type : hierarchy.types()) {
      if (!annotations.areSurelyNotOn(type, deciding)) {
        return false;
      }
      for (Element each : type.getEnclosedElements()) {
        if (each.getKind() == ElementKind.METHOD && !annotations.areSurelyNotOn(each, deciding)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Empty where nothing of the type needs a guard. */
  Optional<Selected> select(Hierarchy hierarchy, List<Member> all) {
    boolean typeAnnotated = GuardAnnotations.areOnAny(annotations, hierarchy.types());
    Mappings mappings = Mappings.of(hierarchy, all, annotations, routeReaders);
    boolean mapped = !mappings.isEmpty();
    boolean methodAnnotated = all.stream().anyMatch(this::isAnnotated);
    boolean isInterface = hierarchy.type().getKind().isInterface();
    boolean mappedClass = mapped && !isInterface;
    if (!typeAnnotated && !methodAnnotated && !mappedClass) {
      List<Member> aside = all.stream().filter(each -> isMappedAside(mappings, each)).toList();
      return aside.isEmpty()
          ? Optional.empty()
          : Optional.of(new Selected(aside, List.of(), List.of(), mappings));
    }
    boolean handler = HandlerMethods.isHandler(hierarchy);
    boolean reachesAll = typeAnnotated && !mappings.serve(hierarchy, annotations) && !handler;
    List<Hierarchy> reaching =
        typeAnnotated && !reachesAll ? reachingSupertypes(hierarchy) : List.of();
    Predicate<Member> isReached =
        member -> reachesAll || reaching.stream().anyMatch(each -> promises(each, member));
    Predicate<Member> isEndpoint =
        member ->
            isAnnotated(member)
                || (handler && HandlerMethods.isOne(member))
                || mappings.contain(member)
                || (isReached.test(member)
                    && isReachable(hierarchy, member)
                    && !ContainerCalls.include(annotations, hierarchy, member));
    List<Member> endpoints = all.stream().filter(isEndpoint).toList();
    if (endpoints.isEmpty() && !GuardAnnotations.areOn(annotations, hierarchy.type())) {
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
            isInterface ? List.of() : others.stream().filter(isReached).toList(),
            mappings));
  }

  /** Supertypes in which annotations reach more than methods that take requests. */
  private List<Hierarchy> reachingSupertypes(Hierarchy hierarchy) {
    return hierarchy.supertypes().stream()
        .map(Hierarchy::of)
        .filter(each -> GuardAnnotations.areOnAny(annotations, each.types()))
        .filter(each -> !HandlerMethods.isHandler(each))
        .filter(
            each ->
                !Mappings.of(each, members.of(each), annotations, routeReaders)
                    .serveSubclasses(each, annotations))
        .toList();
  }

  /**
   * Whether callers of the supertype know the method. What a superclass does not show them are
   * helpers of its subclasses.
   */
  private static boolean promises(Hierarchy supertype, Member member) {
    return member.declarations().stream()
        .filter(
            each ->
                supertype.type().getKind().isInterface()
                    || each.getModifiers().contains(Modifier.PUBLIC))
        .anyMatch(each -> supertype.types().contains(ElementNames.enclosingType(each)));
  }

  private boolean isAnnotated(Member member) {
    return GuardAnnotations.areOnAny(annotations, member.declarations());
  }

  /** Spring maps the methods of an interface that nothing can override, too. */
  private static boolean isMappedAside(Mappings mappings, Member member) {
    var modifiers = member.method().getModifiers();
    return (modifiers.contains(Modifier.PRIVATE) || modifiers.contains(Modifier.STATIC))
        && mappings.contain(member);
  }

  /** Whether the method is called on instances, and not one that every object has. */
  private boolean isReachable(Hierarchy hierarchy, Member member) {
    var modifiers = member.method().getModifiers();
    return !modifiers.contains(Modifier.PRIVATE)
        && !modifiers.contains(Modifier.STATIC)
        && !members.overridesObject(member, (DeclaredType) hierarchy.type().asType());
  }
}
