package dev.gatewright.springdoc;

import dev.gatewright.Scheme;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Describes each kind of credential that an operation of the document requires, unless the
 * application has described one of that name itself. Thread-safe.
 */
final class DescribedSchemes implements GlobalOpenApiCustomizer {

  @Override
  public void customise(OpenAPI document) {
    Set<String> required = requiredIn(document);
    if (document.getComponents() == null) {
      document.setComponents(new Components());
    }
    Components components = document.getComponents();
    Map<String, SecurityScheme> described = components.getSecuritySchemes();
    for (Scheme scheme : Scheme.values()) {
      String name = AcceptedSchemes.nameOf(scheme);
      if (required.contains(name) && (described == null || !described.containsKey(name))) {
        components.addSecuritySchemes(name, AcceptedSchemes.describe(scheme));
      }
    }
  }

  private static Set<String> requiredIn(OpenAPI document) {
    return document.getPaths() == null
        ? Set.of()
        : document.getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream())
            .map(Operation::getSecurity)
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .flatMap(requirement -> requirement.keySet().stream())
            .collect(Collectors.toSet());
  }
}
