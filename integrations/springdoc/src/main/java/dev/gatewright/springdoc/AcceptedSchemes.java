package dev.gatewright.springdoc;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.policy.AccessPolicy;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The kinds of credential that the application accepts, as OpenAPI 3.1 names and describes them.
 * Immutable.
 */
final class AcceptedSchemes {
  private final Set<Scheme> configured;

  AcceptedSchemes(List<Scheme> configured) {
    this.configured = EnumSet.noneOf(Scheme.class);
    this.configured.addAll(configured);
  }

  /** Any one of these suffices; each names the scopes and roles that the caller needs as well. */
  List<SecurityRequirement> requirementsOf(AccessPolicy.Authenticated access) {
    List<String> needed = new ArrayList<>(access.scopes());
    access.roleGroups().stream()
        .filter(group -> group.size() == 1)
        .forEach(group -> needed.addAll(group));
    List<SecurityRequirement> requirements = new ArrayList<>();
    for (Scheme scheme : configured) {
      if (access.accepts(scheme)) {
        requirements.add(new SecurityRequirement().addList(nameOf(scheme), needed));
      }
    }
    return requirements;
  }

  /** The name by which requirements refer to the description. */
  static String nameOf(Scheme scheme) {
    return switch (scheme) {
      case BEARER -> "bearer";
      case DPOP -> "dpop";
      case MUTUAL_TLS -> "mutualTls";
      case API_KEY -> "apiKey";
    };
  }

  static SecurityScheme describe(Scheme scheme) {
    return switch (scheme) {
      case BEARER ->
          new SecurityScheme()
              .type(SecurityScheme.Type.HTTP)
              .scheme("bearer")
              .description("An access token (RFC 6750).");
      case DPOP ->
          new SecurityScheme()
              .type(SecurityScheme.Type.HTTP)
              .scheme("DPoP")
              .description("An access token that is bound to a key, with a proof (RFC 9449).");
      case MUTUAL_TLS ->
          new SecurityScheme()
              .type(SecurityScheme.Type.MUTUALTLS)
              .description("A TLS client certificate.");
      case API_KEY ->
          new SecurityScheme()
              .type(SecurityScheme.Type.APIKEY)
              .in(SecurityScheme.In.HEADER)
              .name("X-API-Key")
              .description("An API key.");
    };
  }
}
