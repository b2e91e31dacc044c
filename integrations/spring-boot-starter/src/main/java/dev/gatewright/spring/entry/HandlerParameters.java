package dev.gatewright.spring.entry;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.startup.StartUpException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.validation.Errors;
import org.springframework.web.method.HandlerMethod;

/** Verifies the parameters of an endpoint that Spring MVC fills. */
final class HandlerParameters {
  private HandlerParameters() {}

  static void verify(EndpointPolicy policy, HandlerMethod method) {
    for (MethodParameter parameter : method.getMethodParameters()) {
      Class<?> type = parameter.getParameterType();
      if (HttpEntity.class.isAssignableFrom(type)) {
        throw new StartUpException(
            policy + " takes its body as " + type.getSimpleName() + ", which is not read strictly",
            "take it with @RequestBody, and headers with @RequestHeader.");
      }
      if (Errors.class.isAssignableFrom(type) && !policy.input().parameterNames().isEmpty()) {
        throw new StartUpException(
            policy
                + " has a parameter of type "
                + type.getSimpleName()
                + ", which would be empty: @ValidatedInput refuses invalid input before the"
                + " endpoint is called",
            "remove the parameter; or remove @ValidatedInput and leave it to Spring's @Valid, which"
                + " hands the errors to the endpoint.");
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
}
