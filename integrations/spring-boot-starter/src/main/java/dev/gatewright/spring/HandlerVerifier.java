package dev.gatewright.spring;

import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;

/**
 * Looks at every handler mapping once all of them are there, and at those of child contexts, as the
 * actuator has one, when they are refreshed: nothing may be open by omission.
 */
final class HandlerVerifier
    implements SmartInitializingSingleton, ApplicationListener<ContextRefreshedEvent> {

  /** They hold other mappings, which are looked at one by one. */
  private static final List<String> COMPOSITE =
      List.of(
          "org.springframework.data.rest.webmvc.config.DelegatingHandlerMapping",
          "org.springframework.data.rest.webmvc.support.DelegatingHandlerMapping");

  /** Of Boot's actuator: it finds the mappings of its own context, which are looked at as beans. */
  private static final String OF_ACTUATOR =
      "org.springframework.boot.webmvc.autoconfigure.actuate.web.CompositeHandlerMapping";

  private final ApplicationContext context;
  private final Exemptions exemptions;
  private final HandlerStandings standings;
  private final EndpointMethods endpoints = new EndpointMethods();

  HandlerVerifier(ApplicationContext context, Exemptions exemptions, HandlerStandings standings) {
    this.context = context;
    this.exemptions = exemptions;
    this.standings = standings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    verifyAll(context);
  }

  @Override
  public void onApplicationEvent(ContextRefreshedEvent event) {
    if (event.getApplicationContext() != context) {
      verifyAll(event.getApplicationContext());
    }
  }

  private void verifyAll(ListableBeanFactory beans) {
    BeanFactoryUtils.beansOfTypeIncludingAncestors(beans, HandlerMapping.class, true, false)
        .forEach((name, mapping) -> verify(name, mapping, beans));
    BeanFactoryUtils.beansOfTypeIncludingAncestors(beans, HandlerAdapter.class, true, false)
        .values()
        .forEach(this::verifyAdapter);
  }

  private void verify(String name, HandlerMapping mapping, ListableBeanFactory beans) {
    boolean exempt = exemptions.containNamed(name) || exemptions.contain(mapping.getClass());
    if (mapping instanceof AbstractHandlerMethodMapping<?> methods) {
      for (HandlerMethod method : methods.getHandlerMethods().values()) {
        verify(method, exempt, beans);
      }
    } else if (mapping instanceof AbstractUrlHandlerMapping urls) {
      for (Object handler : handlersOf(urls)) {
        verify(handler, exempt, beans);
      }
    } else if (mapping instanceof RouterFunctionMapping routes) {
      if (routes.getRouterFunction() != null) {
        new RouteVerifier(exemptions, standings).verify(routes.getRouterFunction(), exempt, beans);
      }
    } else if (COMPOSITE.contains(mapping.getClass().getName())) {
      ((Iterable<?>) mapping).forEach(each -> verify(name, (HandlerMapping) each, beans));
    } else if (!exempt && !mapping.getClass().getName().equals(OF_ACTUATOR)) {
      throw new StartUpException(
          "the handler mapping '"
              + name
              + "' ("
              + mapping.getClass().getName()
              + ") does not tell what it maps, so nobody knows what would answer anybody",
          "extend RequestMappingHandlerMapping or SimpleUrlHandlerMapping; or list its class, and"
              + " those of its handlers, in '"
              + Exemptions.PROPERTY
              + "'.");
    }
  }

  private static List<Object> handlersOf(AbstractUrlHandlerMapping urls) {
    List<Object> handlers = new ArrayList<>(urls.getHandlerMap().values());
    if (urls.getRootHandler() != null) {
      handlers.add(urls.getRootHandler());
    }
    if (urls.getDefaultHandler() != null) {
      handlers.add(urls.getDefaultHandler());
    }
    return handlers;
  }

  private void verify(HandlerMethod method, boolean exempt, ListableBeanFactory beans) {
    Object bean = method.getBean() instanceof String name ? known(name, beans) : method.getBean();
    if (bean instanceof Guard guard) {
      EndpointPolicy policy = endpoints.policyOf(guard, method.getMethod());
      if (policy == null) {
        throw new StartUpException(
            method.getShortLogMessage() + " is mapped, but its guard knows nothing of it",
            "annotate the method with @Secured, or with @Public and a reason, and compile again.");
      }
      HandlerParameters.verify(policy, method);
      return;
    }
    Class<?> type = bean instanceof Class<?> later ? later : bean.getClass();
    if (GuardClasses.isGenerated(ClassUtils.getUserClass(type))) {
      // Made when it is first called; AdmissionInterceptor looks for its policy then.
      return;
    }
    refuseIfOpen(standings.ofClass(type), exempt, method.getShortLogMessage());
  }

  private void verify(Object handler, boolean exempt, ListableBeanFactory beans) {
    Object known = handler instanceof String name ? known(name, beans) : handler;
    HandlerStanding standing =
        known instanceof Class<?> type
            ? GuardClasses.isGenerated(type)
                ? new HandlerStanding.Guarded()
                : standings.ofClass(type)
            : standings.of(known);
    String shown =
        standing instanceof HandlerStanding.Open open ? open.type().getName() : known.toString();
    refuseIfOpen(standing, exempt, shown);
  }

  /** A bean that is there already; else its type, as it is better known now than when mapped. */
  private static Object known(String name, ListableBeanFactory beans) {
    if (beans.containsBean(name) && beans.isSingleton(name) && !isLazy(name, beans)) {
      return beans.getBean(name);
    }
    Class<?> type = beans.getType(name);
    if (type == null) {
      throw new StartUpException(
          "nobody can tell the type of the handler '" + name + "'", "make it a bean of one type.");
    }
    return type;
  }

  private static boolean isLazy(String name, ListableBeanFactory beans) {
    return beans instanceof ConfigurableApplicationContext owner
        && owner.getBeanFactory().containsBeanDefinition(name)
        && owner.getBeanFactory().getMergedBeanDefinition(name).isLazyInit();
  }

  private void refuseIfOpen(HandlerStanding standing, boolean exempt, String what) {
    if (standing instanceof HandlerStanding.Open open) {
      if (!exempt) {
        throw open(what, open.type());
      }
      exemptions.addHandlerOfExemptMapping(open.type());
    }
  }

  /** The refusal of what would answer anybody. */
  static StartUpException open(String what, Class<?> type) {
    return new StartUpException(
        what + " answers requests, but has no guard: nothing is open by omission",
        "annotate its handler methods with @Secured, or with @Public and a reason; or, if it is"
            + " not yours, list its class in '"
            + Exemptions.PROPERTY
            + "': "
            + Exemptions.nameOf(type)
            + ".");
  }

  private void verifyAdapter(HandlerAdapter adapter) {
    String name = ClassUtils.getUserClass(adapter).getName();
    if (!name.startsWith("org.springframework.") && !exemptions.contain(adapter.getClass())) {
      throw new StartUpException(
          "the handler adapter " + name + " can answer in the place of handlers",
          "list its class in '"
              + Exemptions.PROPERTY
              + "' if it calls each handler: "
              + name
              + ".");
    }
  }
}
