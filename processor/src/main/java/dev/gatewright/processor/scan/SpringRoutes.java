package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

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
  private static final Set<String> MAPPING = Set.of(REQUEST_MAPPING, HTTP_EXCHANGE);
  private static final Set<String> CONTROLLER = Set.of("org.springframework.stereotype.Controller");

  private final AnnotationNames annotations;

  SpringRoutes(AnnotationNames annotations) {
    this.annotations = annotations;
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
        Paths.join(ofType.paths(), ofMethod.paths()));
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
    TypeElement annotation = ElementNames.typeOf(mirror);
    if (annotations.nameOf(annotation).equals(name)) {
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
      if (annotations.nameOf(meta).equals(name)) {
        return Optional.of(new AnnotationView(annotations, annotation, mirror));
      }
      Optional<AnnotationView> further = metaMapping(meta, name, seen);
      if (further.isPresent()) {
        return further;
      }
    }
    return Optional.empty();
  }

  private static List<String> methods(AnnotationView view) {
    List<String> methods = values(view, "method");
    methods.removeIf(String::isEmpty);
    return methods;
  }

  private static List<String> paths(AnnotationView view) {
    List<String> paths = values(view, "path");
    if (paths.isEmpty()) {
      paths = values(view, "url");
    }
    return paths.isEmpty() ? values(view, "value") : paths;
  }

  private static List<String> firstNonEmpty(List<String> first, List<String> second) {
    return first.isEmpty() ? second : first;
  }

  private static List<String> values(AnnotationView view, String member) {
    List<String> values = new ArrayList<>();
    if (view.states(member)) {
      for (Located<String> each : view.names(member)) {
        values.add(each.value());
      }
    }
    return values;
  }
}
