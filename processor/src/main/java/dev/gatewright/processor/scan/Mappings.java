package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Route;
import java.util.ArrayList;
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

  /** Whether one is of Spring MVC and known of a class. */
  private boolean mappedByClass;

  /** Whether one is of a framework that needs no controllers. */
  private boolean needsNoController;

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
      List<ExecutableElement> ofClasses = declaredByClasses(member);
      List<ExecutableElement> served = client ? ofClasses : member.declarations();
      for (Map.Entry<MappingFramework, RouteReader> each : readers.entrySet()) {
        RouteReader reader = each.getValue();
        if (annotations.find(served, reader.annotations()).isPresent()) {
          Optional<Route> route = reader.read(hierarchy, member(served));
          route.ifPresent(found -> mappings.add(member, new Mapping(each.getKey(), found)));
          if (each.getKey() != MappingFramework.SPRING_MVC) {
            mappings.needsNoController = true;
          } else if (ofClasses.size() == served.size()) {
            mappings.mappedByClass |= route.isPresent();
          } else if (annotations.find(ofClasses, reader.annotations()).isPresent()) {
            mappings.mappedByClass |= reader.read(hierarchy, member(ofClasses)).isPresent();
          }
        }
      }
    }
    return mappings;
  }

  private static Member member(List<ExecutableElement> declarations) {
    return new Member(declarations.get(0), declarations.subList(1, declarations.size()));
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

  /**
   * Whether a framework calls mapped methods on instances of the type itself. A service may bear
   * mappings, or implement an interface that does: Spring MVC calls methods of controllers only.
   */
  boolean serve(Hierarchy hierarchy, AnnotationNames annotations) {
    return !isEmpty()
        && (needsNoController
            || hierarchy.type().getKind().isInterface()
            || hierarchy.type().getModifiers().contains(Modifier.ABSTRACT)
            || annotations.find(hierarchy.types(), HANDLERS).isPresent());
  }

  /** Whether it may do so on instances of a subclass, which may be a controller. */
  boolean serveSubclasses(Hierarchy hierarchy, AnnotationNames annotations) {
    return mappedByClass || serve(hierarchy, annotations);
  }

  private static List<ExecutableElement> declaredByClasses(Member member) {
    List<ExecutableElement> declared = new ArrayList<>(member.declarations());
    declared.removeIf(each -> !ElementNames.enclosing(each).getKind().isClass());
    return declared;
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
