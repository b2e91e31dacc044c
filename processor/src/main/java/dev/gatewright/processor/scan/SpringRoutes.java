package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.Route;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Spring MVC: {@code @RequestMapping} and whatever is meta-annotated with it, on the method or on
 * one that it overrides, below the nearest one on a type. In controllers the same of
 * {@code @HttpExchange}; on an interface alone that describes a client.
 */
final class SpringRoutes implements RouteReader {
  private static final String REQUEST_MAPPING =
      "org.springframework.web.bind.annotation.RequestMapping";
  private static final String HTTP_EXCHANGE =
      "org.springframework.web.service.annotation.HttpExchange";
  private static final Set<String> CONTROLLER = Set.of("org.springframework.stereotype.Controller");

  private final Elements elements;
  private final AnnotationNames annotations;

  SpringRoutes(Elements elements, AnnotationNames annotations) {
    this.elements = elements;
    this.annotations = annotations;
  }

  private record Mapping(List<String> methods, List<String> paths) {}

  @Override
  public Set<String> annotations() {
    return Set.of(REQUEST_MAPPING, HTTP_EXCHANGE);
  }

  @Override
  public Optional<Route> read(Hierarchy hierarchy, Member member) {
    boolean served = hierarchy.type().getKind().isInterface() || isController(hierarchy);
    Stream<String> names =
        served ? Stream.of(REQUEST_MAPPING, HTTP_EXCHANGE) : Stream.of(REQUEST_MAPPING);
    return names
        .flatMap(name -> nearest(member.declarations(), name).stream())
        .findFirst()
        .map(mapping -> route(hierarchy, mapping));
  }

  /** As Spring finds it: on the class, its superclasses or its interfaces. */
  private boolean isController(Hierarchy hierarchy) {
    return annotations.find(hierarchy.types(), CONTROLLER).isPresent();
  }

  private Route route(Hierarchy hierarchy, Mapping ofMethod) {
    Mapping ofType =
        Stream.of(REQUEST_MAPPING, HTTP_EXCHANGE)
            .flatMap(name -> nearest(hierarchy.types(), name).stream())
            .findFirst()
            .orElseGet(() -> new Mapping(List.of(), List.of()));
    Set<String> methods = new LinkedHashSet<>(ofType.methods());
    methods.addAll(ofMethod.methods());
    return new Route(
        methods.isEmpty() ? "*" : String.join("|", methods),
        Paths.join(ofType.paths(), ofMethod.paths()));
  }

  private Optional<Mapping> nearest(List<? extends Element> elementsNearestFirst, String name) {
    return elementsNearestFirst.stream()
        .flatMap(
            element ->
                element.getAnnotationMirrors().stream()
                    .filter(mirror -> annotations.isOrBears(mirror, Set.of(name)))
                    .flatMap(mirror -> mapping(element, mirror, name).stream()))
        .findFirst();
  }

  private Optional<Mapping> mapping(Element target, AnnotationMirror mirror, String name) {
    AnnotationView view = new AnnotationView(elements, target, mirror);
    TypeElement annotation = ElementNames.typeOf(mirror);
    if (ElementNames.isNamed(annotation, name)) {
      return Optional.of(new Mapping(methods(view), paths(view)));
    }
    return metaMapping(annotation, name, new HashSet<>())
        .map(
            meta ->
                new Mapping(
                    firstNonEmpty(methods(view), methods(meta)),
                    firstNonEmpty(paths(view), paths(meta))));
  }

  private Optional<AnnotationView> metaMapping(
      TypeElement annotation, String name, Set<TypeElement> seen) {
    if (!seen.add(annotation)) {
      return Optional.empty();
    }
    for (AnnotationMirror mirror : annotation.getAnnotationMirrors()) {
      TypeElement meta = ElementNames.typeOf(mirror);
      if (ElementNames.isNamed(meta, name)) {
        return Optional.of(new AnnotationView(elements, annotation, mirror));
      }
      Optional<AnnotationView> further = metaMapping(meta, name, seen);
      if (further.isPresent()) {
        return further;
      }
    }
    return Optional.empty();
  }

  private static List<String> methods(AnnotationView view) {
    return values(view, "method").stream().filter(method -> !method.isEmpty()).toList();
  }

  private static List<String> paths(AnnotationView view) {
    return Stream.of("path", "url", "value")
        .map(member -> values(view, member))
        .filter(values -> !values.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> firstNonEmpty(List<String> first, List<String> second) {
    return first.isEmpty() ? second : first;
  }

  private static List<String> values(AnnotationView view, String member) {
    if (!view.states(member)) {
      return List.of();
    }
    return view.names(member).stream().map(Located::value).toList();
  }
}
