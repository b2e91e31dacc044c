package dev.gatewright.spring.input;

import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.argument.ArgumentPlan;
import dev.gatewright.spring.argument.ArgumentPlanner;
import dev.gatewright.spring.guard.EndpointMethods;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** What is looked at in the requests of each endpoint. Thread-safe. */
final class ArgumentPlans {
  private final Supplier<ArgumentPlanner> planner;
  private final InputProperties properties;
  private volatile @Nullable Prepared prepared;

  /** The planner is asked for only once all of Spring MVC is there. */
  ArgumentPlans(Supplier<ArgumentPlanner> planner, InputProperties properties) {
    this.planner = planner;
    this.properties = properties;
  }

  /**
   * The plan of a guard's handler method.
   *
   * @throws IllegalArgumentException if there can be none, with the fix
   */
  ArgumentPlan of(Class<?> guard, HandlerMethod handler) {
    Prepared now = prepared();
    ArgumentPlan known = now.plans().get(handler.getMethod());
    return known == null ? prepare(guard, handler, now) : known;
  }

  /** What was prepared for resolvers that others have replaced since holds no more. */
  private Prepared prepared() {
    Prepared now = prepared;
    if (now == null || !now.planner().isCurrent()) {
      now = new Prepared(planner.get(), new ConcurrentHashMap<>());
      prepared = now;
    }
    return now;
  }

  private ArgumentPlan prepare(Class<?> guard, HandlerMethod handler, Prepared now) {
    EndpointPolicy policy = EndpointMethods.policyOf(guard, handler.getMethod());
    boolean refuseUnknown = policy != null && properties.refuseUnknown(policy);
    ArgumentPlan plan = now.planner().plan(handler, refuseUnknown);
    now.plans().put(handler.getMethod(), plan);
    return plan;
  }

  /** Content codings that the application decodes itself. */
  static Set<String> encodings(InputProperties properties) {
    return properties.contentEncodings().stream()
        .map(coding -> coding.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private record Prepared(ArgumentPlanner planner, Map<Method, ArgumentPlan> plans) {}
}
