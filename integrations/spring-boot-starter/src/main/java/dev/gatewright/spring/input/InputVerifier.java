package dev.gatewright.spring.input;

import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.argument.ExistingObjects;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.UndecidedMethods;
import dev.gatewright.spring.startup.StartUpException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.ConsumesRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.UriTemplate;

/** Prepares how the requests of endpoints are looked at, so that what cannot be stops the start. */
final class InputVerifier implements SmartInitializingSingleton {
  private static final String REFUSED = "gatewright.input.refuse-unknown-query-parameters-of";
  private static final String IGNORED = "gatewright.input.ignore-unknown-query-parameters-of";

  private final ConfigurableListableBeanFactory beanFactory;
  private final ArgumentPlans plans;
  private final StrictBodies bodies;
  private final Supplier<ExistingObjects> objects;
  private final InputProperties properties;

  InputVerifier(
      ConfigurableListableBeanFactory beanFactory,
      ArgumentPlans plans,
      Supplier<ExistingObjects> objects,
      StrictBodies bodies,
      InputProperties properties) {
    this.beanFactory = beanFactory;
    this.plans = plans;
    this.bodies = bodies;
    this.objects = SingletonSupplier.of(objects);
    this.properties = properties;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Map<String, Set<String>> ids = new HashMap<>();
    for (RequestMappingInfoHandlerMapping mapping :
        beanFactory.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
      mapping.getHandlerMethods().forEach((info, handler) -> verify(handler, info, ids));
    }
    for (String both : properties.refuseUnknownQueryParametersOf()) {
      if (properties.ignoreUnknownQueryParametersOf().contains(both)) {
        throw new StartUpException(
            both + " is in '" + REFUSED + "' and in '" + IGNORED + "'", "remove it from one.");
      }
    }
    verifyKnown(REFUSED, properties.refuseUnknownQueryParametersOf(), ids);
    verifyKnown(IGNORED, properties.ignoreUnknownQueryParametersOf(), ids);
  }

  /** What the mapping names; anything, where it only names what it does not take. */
  private static Set<MediaType> consumedBy(RequestMappingInfo mapping) {
    ConsumesRequestCondition condition = mapping.getConsumesCondition();
    Set<MediaType> named = condition.getConsumableMediaTypes();
    return named.isEmpty() && !condition.isEmpty() ? Set.of(MediaType.ALL) : named;
  }

  /** Names of the variable parts of the path, one that takes all the rest of it, too. */
  private static Set<String> variablesOf(RequestMappingInfo mapping) {
    Set<String> names = new HashSet<>();
    for (String pattern : mapping.getPatternValues()) {
      for (String name : new UriTemplate(pattern).getVariableNames()) {
        names.add(name.startsWith("*") ? name.substring(1) : name);
      }
    }
    return names;
  }

  private void verify(
      HandlerMethod handler, RequestMappingInfo mapping, Map<String, Set<String>> ids) {
    // A lazy bean, or one of another scope, has its type only.
    Class<?> now =
        handler.getBean() instanceof String name
            ? beanFactory.getType(name)
            : handler.getBean().getClass();
    Class<?> guard = ClassUtils.getUserClass(now == null ? handler.getBeanType() : now);
    if (!GuardClasses.isGenerated(guard)) {
      return;
    }
    for (EndpointPolicy policy : GuardClasses.endpointPolicies(guard)) {
      String whole = InputProperties.nameOf(policy);
      ids.computeIfAbsent(whole, id -> new TreeSet<>()).add(whole);
      ids.computeIfAbsent(policy.id(), id -> new TreeSet<>()).add(whole);
    }
    if (UndecidedMethods.contain(guard, handler.getMethod())) {
      return;
    }
    bodies.verify(handler, consumedBy(mapping));
    try {
      plans.of(guard, handler);
      objects.get().verify(guard, handler, () -> variablesOf(mapping));
    } catch (IllegalArgumentException impossible) {
      throw StartUpException.of("", impossible);
    }
  }

  /** A name that is misspelled would switch nothing on, and one of several too much. */
  private static void verifyKnown(
      String property, List<String> endpoints, Map<String, Set<String>> ids) {
    for (String endpoint : endpoints) {
      Set<String> named = ids.getOrDefault(endpoint, Set.of());
      if (named.isEmpty()) {
        throw new StartUpException(
            "The property '" + property + "' names " + endpoint + ", which is no guarded endpoint",
            "name an endpoint by its class and method, as Accounts.find.");
      }
      if (named.size() > 1) {
        throw new StartUpException(
            "The property '" + property + "' names " + endpoint + ", of which there are several",
            "name the class with its package: " + String.join(", or ", named) + ".");
      }
    }
  }
}
