package dev.gatewright.springdoc;

import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.limit.EffectiveLimits;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.spring.guard.EndpointMethods;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.service.OpenAPIService;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to the description of a guarded endpoint what its guard asks. Leaves alone what the
 * application describes itself: security requirements, responses, tags. Thread-safe.
 */
final class GuardedOperations implements GlobalOperationCustomizer {

  /** Limits of the operation: name, permits, period (ISO 8601), burst and key of each. */
  private static final String LIMITS = "x-rate-limits";

  private final EffectiveLimits limits;
  private final AcceptedSchemes schemes;
  private final String mediaType;

  /**
   * Describes endpoints.
   *
   * @param limits as they are in force
   * @param mediaType of the body of a refusal
   */
  GuardedOperations(EffectiveLimits limits, AcceptedSchemes schemes, String mediaType) {
    this.limits = limits;
    this.schemes = schemes;
    this.mediaType = mediaType;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    Class<?> guard = ClassUtils.getUserClass(handler.getBeanType());
    GuardOf of = guard.getAnnotation(GuardOf.class);
    if (of == null) {
      return operation;
    }
    nameAfter(of.value(), guard, operation);
    removeCaller(operation, handler);
    EndpointPolicy policy = EndpointMethods.policyOf(guard, handler.getMethod());
    if (policy != null) {
      describe(policy, operation);
    }
    return operation;
  }

  /** springdoc groups operations by the simple name of their class, which is the guard's. */
  private static void nameAfter(Class<?> guarded, Class<?> guard, Operation operation) {
    if (operation.getTags() != null) {
      String ofGuard = OpenAPIService.splitCamelCase(guard.getSimpleName());
      String ofClass = OpenAPIService.splitCamelCase(guarded.getSimpleName());
      List<String> tags = new ArrayList<>();
      for (String tag : operation.getTags()) {
        tags.add(tag.equals(ofGuard) ? ofClass : tag);
      }
      operation.setTags(tags);
    }
  }

  /** Clients do not send the caller; springdoc itself leaves out those that are not optional. */
  private static void removeCaller(Operation operation, HandlerMethod handler) {
    for (MethodParameter parameter : handler.getMethodParameters()) {
      String name = parameter.getParameter().getName();
      if (operation.getParameters() != null
          && parameter.getParameterType() == Optional.class
          && parameter.nestedIfOptional().getNestedParameterType() == Caller.class
          && !isSent(name, handler)) {
        operation.getParameters().removeIf(each -> name.equals(each.getName()));
      }
    }
  }

  /** Whether another parameter is bound to what clients send by that name. */
  private static boolean isSent(String name, HandlerMethod handler) {
    for (MethodParameter parameter : handler.getMethodParameters()) {
      for (Annotation annotation : parameter.getParameterAnnotations()) {
        if (name.equals(AnnotationUtils.getValue(annotation))
            || name.equals(AnnotationUtils.getValue(annotation, "name"))) {
          return true;
        }
      }
    }
    return false;
  }

  private void describe(EndpointPolicy policy, Operation operation) {
    ApiResponses responses =
        operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
    operation.setResponses(responses);
    if (policy.access() instanceof AccessPolicy.Authenticated access) {
      if (operation.getSecurity() == null) {
        operation.setSecurity(schemes.requirementsOf(access));
      }
      refuse(
          "401",
          "No valid credential was sent, or a stronger authentication is needed.",
          responses);
      refuse("403", "The caller may not do this.", responses);
    }
    if (policy.access() instanceof AccessPolicy.Open && operation.getSecurity() == null) {
      // Not what the whole document may require.
      operation.setSecurity(List.of());
    }
    List<LimitPolicy> inForce = inForce(policy);
    if (!inForce.isEmpty()) {
      operation.addExtension(LIMITS, inForce.stream().map(GuardedOperations::describe).toList());
      refuse("429", "A limit is reached. Retry-After says when to call again.", responses);
    }
  }

  private void refuse(String status, String description, ApiResponses responses) {
    if (!responses.containsKey(status)) {
      responses.addApiResponse(
          status,
          new ApiResponse()
              .description(description)
              .content(new Content().addMediaType(mediaType, new MediaType())));
    }
  }

  /** With the numbers that are configured, or were changed since. */
  private List<LimitPolicy> inForce(EndpointPolicy policy) {
    List<LimitPolicy> inForce = new ArrayList<>();
    for (LimitPolicy written : policy.limits()) {
      inForce.add(inForce(written));
    }
    return inForce;
  }

  private LimitPolicy inForce(LimitPolicy written) {
    for (LimitPolicy known : limits.limits()) {
      if (known.hasIdOf(written)) {
        return known;
      }
    }
    return written;
  }

  private static Map<String, @Nullable Object> describe(LimitPolicy limit) {
    Map<String, @Nullable Object> described = new LinkedHashMap<>();
    described.put("name", limit.name());
    described.put("permits", limit.permits());
    described.put("period", limit.period().toString());
    described.put("burst", limit.burst());
    described.put("key", limit.key().name());
    LimitPolicy.Plan plan = limit.plan();
    if (plan != null) {
      described.put(
          plan.others() ? "except-plans" : "plans", plan.names().stream().sorted().toList());
    }
    return described;
  }
}
