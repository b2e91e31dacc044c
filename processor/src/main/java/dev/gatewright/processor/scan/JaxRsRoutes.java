package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.Route;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;

/**
 * Jakarta REST: methods with a request method designator, and sub-resource locators, which have a
 * path only and answer to every request method.
 */
final class JaxRsRoutes implements RouteReader {
  private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
  private static final String PATH = "jakarta.ws.rs.Path";

  private final Elements elements;

  JaxRsRoutes(Elements elements) {
    this.elements = elements;
  }

  @Override
  public Optional<Route> read(Hierarchy hierarchy, Member member) {
    return member.declarations().stream()
        .filter(this::isMapped)
        .findFirst()
        .map(method -> route(hierarchy, method));
  }

  private boolean isMapped(ExecutableElement method) {
    return designator(method).isPresent() || !path(method).isEmpty();
  }

  private Route route(Hierarchy hierarchy, ExecutableElement method) {
    List<String> ofType =
        hierarchy.types().stream()
            .map(this::path)
            .filter(path -> !path.isEmpty())
            .findFirst()
            .orElse(List.of());
    return new Route(designator(method).orElse("*"), Paths.join(ofType, path(method)));
  }

  private List<String> path(Element element) {
    return AnnotationView.find(elements, element, PATH)
        .map(view -> view.names("value").stream().map(Located::value).toList())
        .orElse(List.of());
  }

  private Optional<String> designator(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .map(AnnotationMirror::getAnnotationType)
        .flatMap(type -> AnnotationView.find(elements, type.asElement(), HTTP_METHOD).stream())
        .map(view -> view.text("value").value())
        .findFirst();
  }
}
