package dev.gatewright.spring;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.auth.AcrValues;
import dev.gatewright.runtime.auth.Authenticator;
import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;

/** Verifies that an endpoint's policy can be kept with what is configured. */
final class EndpointVerifier {
  private final Set<Scheme> configured;
  private final AcrValues acrValues;
  private final Gate gate;

  EndpointVerifier(List<Authenticator> authenticators, AcrValues acrValues, Gate gate) {
    this.configured =
        authenticators.stream().map(Authenticator::scheme).collect(Collectors.toSet());
    this.acrValues = acrValues;
    this.gate = gate;
  }

  void verify(EndpointPolicy policy) {
    if (policy.access() instanceof AccessPolicy.Authenticated access) {
      if (configured.isEmpty()) {
        throw new StartUpException(
            policy + " is secured, but nothing is configured that could authenticate a caller",
            "set 'gatewright.jwt.issuers' or 'gatewright.introspection.uri' for access tokens,"
                + " 'gatewright.api-keys.pepper' for API keys, or"
                + " 'gatewright.mutual-tls.trusted-certificates' for certificates.");
      }
      access.schemes().stream().sorted().forEach(scheme -> verify(policy, scheme));
      access.acrs().forEach(acr -> verify(policy, acr));
    }
    prepare(policy);
  }

  private void prepare(EndpointPolicy policy) {
    try {
      gate.prepare(policy);
    } catch (InvalidOptionException missing) {
      throw new StartUpException(
          policy
              + " sets challenges to clients that reach a limit, but the property"
              + " 'gatewright.challenge.proof-of-work' is missing, and so is"
              + " 'gatewright.challenge.site-verify'",
          "set one of them, or remove onLimit = CHALLENGE.");
    } catch (IllegalArgumentException impossible) {
      throw StartUpException.of("", impossible);
    }
  }

  /**
   * Verifies, once all endpoints are known, that each limit with other numbers is one of theirs.
   */
  void verifyOverrides() {
    Property.build(
        "gatewright.limits.overrides",
        () -> {
          gate.limits().requireAllConfiguredKnown();
          return gate;
        });
  }

  private void verify(EndpointPolicy policy, Scheme scheme) {
    if (!configured.contains(scheme)) {
      throw new StartUpException(
          policy + " accepts " + scheme + ", but " + whatIsMissingFor(scheme),
          "set it, or remove " + scheme + " from the endpoint's schemes.");
    }
  }

  private static String whatIsMissingFor(Scheme scheme) {
    return switch (scheme) {
      case BEARER ->
          "the property 'gatewright.jwt.issuers' is missing, and so is"
              + " 'gatewright.introspection.uri' for tokens that are no JWTs";
      case DPOP -> "the property 'gatewright.dpop.origins' is missing";
      case MUTUAL_TLS -> "the property 'gatewright.mutual-tls.trusted-certificates' is missing";
      case API_KEY -> "the property 'gatewright.api-keys.pepper' is missing";
    };
  }

  private void verify(EndpointPolicy policy, String acr) {
    if (!acrValues.contains(acr)) {
      throw new StartUpException(
          policy
              + " wants the acr '"
              + acr
              + "', which the property 'gatewright.step-up.acr-values' does not list",
          "list it there, in its place between the weaker and the stronger ones.");
    }
  }

  /** Verifies the parameters that Spring MVC fills. */
  void verify(EndpointPolicy policy, HandlerMethod method) {
    for (MethodParameter parameter : method.getMethodParameters()) {
      Class<?> type = parameter.getParameterType();
      if (HttpEntity.class.isAssignableFrom(type)) {
        throw new StartUpException(
            policy + " takes its body as " + type.getSimpleName() + ", which is not read strictly",
            "take it with @RequestBody, and headers with @RequestHeader.");
      }
      if (parameter.hasParameterAnnotation(RequestPart.class) && !isRaw(parameter)) {
        throw new StartUpException(
            policy + " has a @RequestPart that would not be read strictly",
            "take it as MultipartFile or Part.");
      }
      if (type == Caller.class
          && policy.access() instanceof AccessPolicy.Open
          && !parameter.isOptional()) {
        throw new StartUpException(
            policy + " is @Public, so there is nobody to pass as its Caller",
            "remove the parameter, or make the endpoint @Secured.");
      }
    }
  }

  private static boolean isRaw(MethodParameter parameter) {
    String type = parameter.nestedIfOptional().getNestedParameterType().getName();
    return type.equals("org.springframework.web.multipart.MultipartFile")
        || type.equals("jakarta.servlet.http.Part");
  }
}
