package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.Route;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Spring MVC: {@code @RequestMapping} and whatever is meta-annotated with it, on the method or on
 * one that it overrides, below the nearest one on a type.
 */
final class SpringRoutes implements RouteReader {
  private static final String REQUEST_MAPPING =
      "org.springframework.web.bind.annotation.RequestMapping";

  private final Elements elements;

  SpringRoutes(Elements elements) {
    this.elements = elements;
  }

  private record Mapping(List<String> methods, List<String> paths) {}

  @Override
  public Optional<Route> read(Hierarchy hierarchy, Member member) {
    return member.declarations().stream()
        .flatMap(method -> mapping(method).stream())
        .findFirst()
        .map(mapping -> route(hierarchy, mapping));
  }

  private Route route(Hierarchy hierarchy, Mapping ofMethod) {
    Mapping ofType =
        hierarchy.types().stream()
            .flatMap(type -> mapping(type).stream())
            .findFirst()
            .orElseGet(() -> new Mapping(List.of(), List.of()));
    Set<String> methods = new LinkedHashSet<>(ofType.methods());
    methods.addAll(ofMethod.methods());
    return new Route(
        methods.isEmpty() ? "*" : String.join("|", methods),
        Paths.join(ofType.paths(), ofMethod.paths()));
  }

  private Optional<Mapping> mapping(Element element) {
    return element.getAnnotationMirrors().stream()
        .flatMap(mirror -> mapping(element, mirror).stream())
        .findFirst();
  }

  private Optional<Mapping> mapping(Element target, AnnotationMirror mirror) {
    AnnotationView view = new AnnotationView(elements, target, mirror);
    TypeElement annotation = ElementNames.typeOf(mirror);
    if (ElementNames.isNamed(annotation, REQUEST_MAPPING)) {
      return Optional.of(new Mapping(values(view, "method"), paths(view)));
    }
    return metaMapping(annotation, new HashSet<>())
        .map(
            meta ->
                new Mapping(
                    firstNonEmpty(values(view, "method"), values(meta, "method")),
                    firstNonEmpty(paths(view), paths(meta))));
  }

  private Optional<AnnotationView> metaMapping(TypeElement annotation, Set<TypeElement> seen) {
    if (!seen.add(annotation)) {
      return Optional.empty();
    }
    for (AnnotationMirror mirror : annotation.getAnnotationMirrors()) {
      TypeElement meta = ElementNames.typeOf(mirror);
      if (ElementNames.isNamed(meta, REQUEST_MAPPING)) {
        return Optional.of(new AnnotationView(elements, annotation, mirror));
      }
      Optional<AnnotationView> further = metaMapping(meta, seen);
      if (further.isPresent()) {
        return further;
      }
    }
    return Optional.empty();
  }

  private static List<String> paths(AnnotationView view) {
    return firstNonEmpty(values(view, "path"), values(view, "value"));
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
