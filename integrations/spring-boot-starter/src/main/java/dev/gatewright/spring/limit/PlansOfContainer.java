package dev.gatewright.spring.limit;

import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.caller.CallerPlans;
import dev.gatewright.spring.startup.StartUpException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/** Finds the bean of a class that knows the plans of callers. */
public record PlansOfContainer(ListableBeanFactory beans)
    implements Function<Class<?>, CallerPlans> {

  /**
   * {@inheritDoc}
   *
   * @throws StartUpException if there is none, there are several, or it is guarded itself
   */
  @Override
  public CallerPlans apply(Class<?> type) {
    String limits = "limits depend on the plans of callers that " + type.getName() + " knows, ";
    // The one, or the primary one.
    Object plans = beans.getBeanProvider(type).getIfUnique();
    if (plans == null) {
      List<String> names = new ArrayList<>();
      for (String name : beans.getBeanNamesForType(CallerPlans.class)) {
        Object candidate = beans.getBean(name);
        // A proxy for interfaces, as caching makes, is not of the class.
        if (type.isAssignableFrom(AopUtils.getTargetClass(candidate))) {
          names.add(name);
          plans = candidate;
        }
      }
      if (plans == null) {
        throw new StartUpException(
            limits + "of which there is no bean", "make it a bean, as with @Component.");
      }
      if (names.size() > 1) {
        throw new StartUpException(
            limits + "of which there are several beans: " + names,
            "keep one, or mark the one that is to be asked as @Primary.");
      }
    }
    if (Guard.class.isAssignableFrom(AopUtils.getTargetClass(plans))) {
      throw new StartUpException(
          limits + "which is guarded itself: the gate asks it before it knows whom to let in",
          "leave its methods without @Secured, @RateLimited and @ValidatedInput.");
    }
    return (CallerPlans) plans;
  }
}
