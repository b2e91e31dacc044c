package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Route;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * Spring MVC: {@code @RequestMapping} and whatever is meta-annotated with it, with attributes that
 * are aliases, on the method or on one that it overrides, below the nearest one on a type. In
 * controllers the same of {@code @HttpExchange}; on an interface alone that describes a client.
 */
final class SpringRoutes implements RouteReader {
  private static final String REQUEST_MAPPING =
      "org.springframework.web.bind.annotation.RequestMapping";
  private static final String HTTP_EXCHANGE =
      "org.springframework.web.service.annotation.HttpExchange";
  private static final Set<String> MAPPING = Set.of(REQUEST_MAPPING, HTTP_EXCHANGE);
  private static final List<String> METHODS = List.of("method");
  private static final List<String> PATHS = List.of("path", "value");
  private static final List<String> URLS = List.of("url", "value");
  private static final String WILDCARD = "/*";
  private static final String ANYTHING = "/**";
  private static final Set<String> CONTROLLER = Set.of("org.springframework.stereotype.Controller");

  private final AnnotationNames annotations;
  private final AttributeAliases aliases;

  SpringRoutes(AnnotationNames annotations) {
    this.annotations = annotations;
    this.aliases = new AttributeAliases(annotations);
  }

  @Override
  public void startRound() {
    aliases.startRound();
  }

  private record Mapping(List<String> methods, List<String> paths) {}

  @Override
  public Set<String> annotations() {
    return MAPPING;
  }

  @Override
  public Optional<Route> read(Hierarchy hierarchy, Member member) {
    Optional<Mapping> mapping = nearest(member.declarations(), REQUEST_MAPPING);
    if (mapping.isEmpty()
        && (hierarchy.type().getKind().isInterface() || isController(hierarchy))) {
      mapping = nearest(member.declarations(), HTTP_EXCHANGE);
    }
    return mapping.map(each -> route(hierarchy, each));
  }

  /** As Spring finds it: on the class, its superclasses or its interfaces. */
  private boolean isController(Hierarchy hierarchy) {
    return annotations.find(hierarchy.types(), CONTROLLER).isPresent();
  }

  private Route route(Hierarchy hierarchy, Mapping ofMethod) {
    Mapping ofType =
        nearest(hierarchy.types(), REQUEST_MAPPING)
            .or(() -> nearest(hierarchy.types(), HTTP_EXCHANGE))
            .orElseGet(() -> new Mapping(List.of(), List.of()));
    Set<String> methods = new LinkedHashSet<>(ofType.methods());
    methods.addAll(ofMethod.methods());
    return new Route(
        methods.isEmpty() ? "*" : String.join("|", methods),
        Paths.join(prefixes(ofType, ofMethod), ofMethod.paths()));
  }

  /** A wildcard at the end of a type's path gives way to the paths of methods. */
  private static List<String> prefixes(Mapping ofType, Mapping ofMethod) {
    if (ofMethod.paths().isEmpty() || ofMethod.paths().contains("")) {
      return ofType.paths();
    }
    return ofType.paths().stream()
        .map(
            each ->
                each.equals(ANYTHING)
                    ? ""
                    : each.endsWith(WILDCARD)
                        ? each.substring(0, each.length() - WILDCARD.length())
                        : each)
        .toList();
  }

  private Optional<Mapping> nearest(List<? extends Element> elementsNearestFirst, String name) {
    for (Element element : elementsNearestFirst) {
      for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
        if (annotations.of(ElementNames.typeOf(mirror)).contains(name)) {
          Optional<Mapping> mapping = mapping(element, mirror, name);
          if (mapping.isPresent()) {
            return mapping;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Mapping> mapping(Element target, AnnotationMirror mirror, String name) {
    AnnotationView view = new AnnotationView(annotations, target, mirror);
    boolean isExchange = name.equals(HTTP_EXCHANGE);
    Optional<List<String>> paths = aliases.values(view, name, isExchange ? URLS : PATHS);
    return paths.map(
        found ->
            new Mapping(
                aliases.values(view, name, METHODS).orElse(List.of()).stream()
                    .filter(each -> !each.isEmpty())
                    .toList(),
                found));
  }
}
