package dev.gatewright.spring;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.auth.Authenticator;
import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
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
  private final RateLimiter limiter;

  EndpointVerifier(List<Authenticator> authenticators, RateLimiter limiter) {
    this.configured =
        authenticators.stream().map(Authenticator::scheme).collect(Collectors.toSet());
    this.limiter = limiter;
  }

  void verify(EndpointPolicy policy) {
    if (policy.access() instanceof AccessPolicy.Authenticated access) {
      if (configured.isEmpty()) {
        throw new StartUpException(
            policy + " is secured, but nothing is configured that could authenticate a caller",
            "set 'gatewright.jwt.issuers.<name>.issuer', 'gatewright.jwt.issuers.<name>.audience'"
                + " and 'gatewright.jwt.issuers.<name>.keys' for bearer tokens, or"
                + " 'gatewright.api-keys.pepper' and 'gatewright.api-keys.keys' for API keys.");
      }
      access.schemes().stream().sorted().forEach(scheme -> verify(policy, scheme));
    }
    policy.limits().forEach(this::prepare);
  }

  private void prepare(LimitPolicy limit) {
    try {
      limiter.prepare(limit);
    } catch (IllegalArgumentException impossible) {
      throw StartUpException.of("", impossible);
    }
  }

  private void verify(EndpointPolicy policy, Scheme scheme) {
    if (!configured.contains(scheme)) {
      boolean bearer = scheme == Scheme.BEARER;
      throw new StartUpException(
          policy
              + " accepts "
              + scheme
              + ", but the property '"
              + (bearer ? "gatewright.jwt.issuers.<name>.issuer" : "gatewright.api-keys.pepper")
              + "' is missing",
          bearer
              ? "set it, with 'gatewright.jwt.issuers.<name>.audience' and"
                  + " 'gatewright.jwt.issuers.<name>.keys'."
              : "set it, with 'gatewright.api-keys.keys'.");
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
