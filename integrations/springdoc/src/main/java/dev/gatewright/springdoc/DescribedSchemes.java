package dev.gatewright.springdoc;

import dev.gatewright.Scheme;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Describes each kind of credential that an operation of the document requires, unless the
 * application has described one of that name itself. Thread-safe.
 */
final class DescribedSchemes implements GlobalOpenApiCustomizer {

  @Override
  public void customise(OpenAPI document) {
    Set<String> required = requiredIn(document);
    for (Scheme scheme : Scheme.values()) {
      String name = AcceptedSchemes.nameOf(scheme);
      if (required.contains(name)) {
        if (document.getComponents() == null) {
          document.setComponents(new Components());
        }
        Components components = document.getComponents();
        if (components.getSecuritySchemes() == null
            || !components.getSecuritySchemes().containsKey(name)) {
          components.addSecuritySchemes(name, AcceptedSchemes.describe(scheme));
        }
      }
    }
  }

  private static Set<String> requiredIn(OpenAPI document) {
    Set<String> required = new LinkedHashSet<>();
    if (document.getPaths() != null) {
      for (PathItem path : document.getPaths().values()) {
        for (Operation operation : path.readOperations()) {
          if (operation.getSecurity() != null) {
            for (SecurityRequirement each : operation.getSecurity()) {
              required.addAll(each.keySet());
            }
          }
        }
      }
    }
    return required;
  }
}
