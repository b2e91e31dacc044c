package dev.gatewright.spring;

import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.policy.EndpointPolicy;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Looks at everything that answers requests, once all of it is there: nothing may be open by
 * omission.
 */
final class HandlerVerifier implements SmartInitializingSingleton {
  private final ConfigurableListableBeanFactory beanFactory;
  private final UnguardedHandlers unguarded;
  private final GuardVerifier guards;
  private final EndpointVerifier endpoints;

  HandlerVerifier(
      ConfigurableListableBeanFactory beanFactory,
      UnguardedHandlers unguarded,
      GuardVerifier guards,
      EndpointVerifier endpoints) {
    this.beanFactory = beanFactory;
    this.unguarded = unguarded;
    this.guards = guards;
    this.endpoints = endpoints;
  }

  @Override
  public void afterSingletonsInstantiated() {
    for (String name : beanFactory.getSingletonNames()) {
      Object bean = beanFactory.getSingleton(name);
      if (bean != null) {
        guards.verify(bean, name);
      }
      if (bean instanceof Guard guard) {
        guard.endpointPolicies().forEach(endpoints::verify);
      }
    }
    endpoints.verifyOverrides();
    beanFactory
        .getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .forEach(mapping -> mapping.getHandlerMethods().values().forEach(this::verify));
    beanFactory
        .getBeansOfType(AbstractUrlHandlerMapping.class)
        .values()
        .forEach(mapping -> mapping.getHandlerMap().values().forEach(this::verifyHandler));
    if (beanFactory.getBeansOfType(RouterFunctionMapping.class).values().stream()
        .anyMatch(mapping -> mapping.getRouterFunction() != null)) {
      beanFactory.getBeansOfType(RouterFunction.class).forEach(this::verifyRoutes);
    }
  }

  private void verify(HandlerMethod method) {
    Class<?> type = typeOf(method);
    if (!GuardClasses.isGuard(type)) {
      verifyUnguarded(type, method.getShortLogMessage());
      return;
    }
    Object bean =
        method.getBean() instanceof String name ? beanFactory.getSingleton(name) : method.getBean();
    if (bean instanceof Guard guard) {
      EndpointPolicy policy = Endpoints.find(guard.endpointPolicies(), method.getMethod());
      if (policy == null) {
        throw new StartUpException(
            method.getShortLogMessage() + " is mapped, but its guard knows nothing of it",
            "annotate the method with @Secured, or with @Public and a reason.");
      }
      endpoints.verify(policy, method);
    }
  }

  /** A @Bean method's result is known better by now than when it was mapped. */
  private Class<?> typeOf(HandlerMethod method) {
    Class<?> now = method.getBean() instanceof String name ? beanFactory.getType(name) : null;
    return now == null ? method.getBeanType() : now;
  }

  private void verifyHandler(Object handler) {
    Class<?> type = handler instanceof String name ? beanFactory.getType(name) : handler.getClass();
    if (type != null && !type.getName().startsWith("org.springframework.")) {
      verifyUnguarded(type, type.getName());
    }
  }

  private void verifyRoutes(String name, Object routes) {
    verifyUnguarded(routes.getClass(), "The router function '" + name + "'");
  }

  private void verifyUnguarded(Class<?> type, String what) {
    if (!unguarded.contain(type)) {
      throw new StartUpException(
          what + " answers requests, but has no guard: nothing is open by omission",
          "annotate its handler methods with @Secured, or with @Public and a reason; or, if it is"
              + " not yours, list its class or package in 'gatewright.unguarded-handlers': "
              + ClassUtils.getUserClass(type).getName()
              + ".");
    }
  }
}
