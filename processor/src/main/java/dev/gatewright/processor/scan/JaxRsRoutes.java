package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * Jakarta REST and JAX-RS: methods with a request method designator, and sub-resource locators,
 * which have a path only and answer to every request method.
 */
final class JaxRsRoutes implements RouteReader {
  private final AnnotationNames annotations;
  private final String designatorName;
  private final String pathName;
  private final Set<String> mapping;

  /**
   * @param packageName where the annotations are
   */
  JaxRsRoutes(AnnotationNames annotations, String packageName) {
    this.annotations = annotations;
    this.designatorName = packageName + ".HttpMethod";
    this.pathName = packageName + ".Path";
    this.mapping = Set.of(designatorName, pathName);
  }

  @Override
  public Set<String> annotations() {
    return mapping;
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
    return AnnotationView.find(annotations, element, pathName)
        .map(view -> view.constants("value"))
        .orElse(List.of());
  }

  private Optional<String> designator(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .map(AnnotationMirror::getAnnotationType)
        .flatMap(
            type -> AnnotationView.find(annotations, type.asElement(), designatorName).stream())
        .map(view -> view.text("value").value())
        .findFirst();
  }
}
