package dev.gatewright.spring.entry;

import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.bean.UnguardedObjects;
import dev.gatewright.spring.exchange.HandlerStanding;
import dev.gatewright.spring.exchange.HandlerStandings;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.EndpointMethods;
import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.MockitoMocks;
import dev.gatewright.spring.guard.Unproxied;
import dev.gatewright.spring.startup.ChildContextVerifier;
import dev.gatewright.spring.startup.StartUpException;
import dev.gatewright.spring.startup.StartUpProblems;
import dev.gatewright.spring.undecided.UndecidedEndpoints;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks at every handler mapping once all of them are there, and at those of child contexts, as the
 * actuator has one, when they are refreshed: nothing may be open by omission.
 */
final class HandlerVerifier extends ChildContextVerifier implements SmartInitializingSingleton {

  /** They hold other mappings, which are looked at one by one. */
  private static final List<String> COMPOSITE =
      List.of(
          "org.springframework.data.rest.webmvc.config.DelegatingHandlerMapping",
          "org.springframework.data.rest.webmvc.support.DelegatingHandlerMapping");

  /** Of Boot's actuator: it finds the mappings of its own context, which are looked at as beans. */
  private static final String OF_ACTUATOR =
      "org.springframework.boot.webmvc.autoconfigure.actuate.web.CompositeHandlerMapping";

  /** Methods of Spring's mappings that find the handler of a request. */
  private static final Set<String> LOOK_UPS =
      Set.of(
          "getHandlerInternal",
          "lookupHandlerMethod",
          "lookupHandler",
          "handleNoMatch",
          "handleMatch",
          "buildPathExposingHandler",
          "getHandlerExecutionChain",
          "getCorsHandlerExecutionChain");

  private final ApplicationContext context;
  private final Exemptions exemptions;
  private final UnguardedObjects unguarded;
  private final HandlerStandings standings;
  private final UndecidedEndpoints undecided;

  /** Gatewright's own, which every mapping has to have. */
  private final List<MappedInterceptor> interceptors;

  HandlerVerifier(
      ApplicationContext context,
      Exemptions exemptions,
      HandlerStandings standings,
      UndecidedEndpoints undecided,
      List<MappedInterceptor> interceptors) {
    this.interceptors = interceptors;
    this.context = context;
    this.undecided = undecided;
    this.exemptions = exemptions;
    this.unguarded = new UnguardedObjects(exemptions);
    this.standings = standings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    verifyAll(context);
  }

  @Override
  protected boolean isOther(ConfigurableApplicationContext other) {
    return other != context;
  }

  @Override
  protected void verifyChild(ConfigurableApplicationContext child) {
    verifyAll(child);
  }

  private void verifyAll(ListableBeanFactory beans) {
    StartUpProblems problems = new StartUpProblems();
    BeanFactoryUtils.beansOfTypeIncludingAncestors(beans, HandlerMapping.class, true, false)
        .forEach((name, mapping) -> problems.collect(() -> verify(name, mapping, beans, problems)));
    BeanFactoryUtils.beansOfTypeIncludingAncestors(beans, HandlerAdapter.class, true, false)
        .values()
        .forEach(adapter -> problems.collect(() -> verifyAdapter(adapter)));
    problems.collect(undecided::decide);
    problems.throwIfAny();
  }

  private void verify(
      String name, HandlerMapping mapping, ListableBeanFactory beans, StartUpProblems problems) {
    boolean exempt = exemptions.containNamed(name) || exemptions.contain(mapping.getClass());
    if (COMPOSITE.contains(mapping.getClass().getName())) {
      ((Iterable<?>) mapping).forEach(each -> verify(name, (HandlerMapping) each, beans, problems));
      return;
    }
    if (mapping instanceof AbstractHandlerMapping intercepted) {
      verifyInterceptors(name, intercepted);
    }
    if (mapping instanceof AbstractHandlerMethodMapping<?> methods) {
      for (HandlerMethod method : methods.getHandlerMethods().values()) {
        problems.collect(() -> verify(method, exempt, mapping.getClass(), beans));
      }
    } else if (mapping instanceof AbstractUrlHandlerMapping urls) {
      for (Object handler : handlersOf(urls)) {
        problems.collect(() -> verify(handler, exempt, name, beans));
      }
    } else if (mapping instanceof RouterFunctionMapping routes) {
      new RouteVerifier(exemptions, standings).verify(name, routes, exempt, beans);
    } else if (!(mapping instanceof AbstractHandlerMapping)) {
      if (!mapping.getClass().getName().equals(OF_ACTUATOR)) {
        throw new StartUpException(
            "the handler mapping '"
                + name
                + "' ("
                + mapping.getClass().getName()
                + ") lets no interceptor stand before its handlers",
            "extend RequestMappingHandlerMapping, SimpleUrlHandlerMapping or"
                + " AbstractHandlerMapping.");
      }
      return;
    }
    if (!exempt && leadsAnywhere(mapping.getClass())) {
      throw new StartUpException(
          "the handler mapping '"
              + name
              + "' ("
              + mapping.getClass().getName()
              + ") does not tell what it maps, so nobody knows what would answer anybody",
          "register handlers with RequestMappingHandlerMapping or SimpleUrlHandlerMapping; or list"
              + " its class, and those of its handlers, in '"
              + Exemptions.PROPERTY
              + "'.");
    }
  }

  /** A mapping of the application's, or of a library's, may lose those that Spring detects. */
  private void verifyInterceptors(String name, AbstractHandlerMapping mapping) {
    HandlerInterceptor[] adapted = mapping.getAdaptedInterceptors();
    if (adapted == null || !List.of(adapted).containsAll(interceptors)) {
      throw new StartUpException(
          "the handler mapping '"
              + name
              + "' ("
              + mapping.getClass().getName()
              + ") has lost Gatewright's interceptors, so nothing would stand before its handlers",
          "where it overrides initApplicationContext, detectMappedInterceptors or"
              + " initInterceptors, call the overridden method, and remove nothing from the list;"
              + " let Spring make the mapping as a bean of this application context.");
    }
    for (HandlerInterceptor each : adapted) {
      exemptions.addUsed(
          (each instanceof MappedInterceptor mapped ? mapped.getInterceptor() : each).getClass());
    }
  }

  /** Whether the application's own code looks handlers up, whatever is registered. */
  private static boolean leadsAnywhere(Class<?> mapping) {
    for (Class<?> type = ClassUtils.getUserClass(mapping);
        type != null && !FrameworkClasses.contain(type, "org.springframework.");
        type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (LOOK_UPS.contains(method.getName())) {
          return true;
        }
      }
    }
    return false;
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

  private void verify(
      HandlerMethod method, boolean exempt, Class<?> mapping, ListableBeanFactory beans) {
    Object bean =
        method.getBean() instanceof String name
            ? new HandlerBeans(beans).known(name)
            : method.getBean();
    Class<?> type = bean instanceof Class<?> later ? later : bean.getClass();
    Class<?> guard =
        bean instanceof Class ? ClassUtils.getUserClass(type) : Unproxied.of(bean).type();
    if (GuardClasses.isGenerated(guard)) {
      EndpointPolicy policy = EndpointMethods.policyOf(guard, method.getMethod());
      if (policy == null && undecided.noteMapped(guard, method.getMethod())) {
        return;
      }
      if (policy == null) {
        throw new StartUpException(
            method.getShortLogMessage() + " is mapped, but its guard knows nothing of it",
            "annotate the method with @Secured, or with @Public and a reason, and compile again.");
      }
      HandlerParameters.verify(policy, method);
      return;
    }
    if (MockitoMocks.contain(bean)) {
      return; // A test has put it there; it answers no request.
    }
    unguarded.verifyNone(method.getShortLogMessage(), bean);
    if (!exempt && undecided.noteMapped(guard, method.getMethod())) {
      return;
    }
    HandlerStanding standing = standings.ofClass(type);
    if (standing instanceof HandlerStanding.Open
        && !exempt
        && FrameworkClasses.contain(type, "org.springframework.")
        && mapping != RequestMappingHandlerMapping.class) {
      // A library's own handlers: the mapping stands for all of them.
      throw open(method.getShortLogMessage(), mapping);
    }
    if (standing instanceof HandlerStanding.Open open) {
      if (!exempt) {
        throw open(method.getShortLogMessage(), open.type());
      }
      // Of a bean that is made later, the mapping makes a new one from it.
      exemptions.addHandler(method);
      if (!(bean instanceof Class)) {
        exemptions.addMethod(bean, method.getMethod());
      }
    }
  }

  private void verify(Object handler, boolean exempt, String mapping, ListableBeanFactory beans) {
    String bean = handler instanceof String name ? name : new HandlerBeans(beans).nameOf(handler);
    Object known = handler instanceof String name ? new HandlerBeans(beans).known(name) : handler;
    HandlerStanding standing =
        known instanceof Class<?> type
            ? GuardClasses.isGenerated(type)
                ? new HandlerStanding.Guarded()
                : standings.ofClass(type)
            : standings.asConfigured(known);
    if (!(standing instanceof HandlerStanding.Guarded)) {
      unguarded.verifyNone("the handler '" + (bean.isEmpty() ? known : bean) + "'", known);
    }
    if (standing instanceof HandlerStanding.Open open) {
      boolean one = !(known instanceof Class) || beans.isSingleton(bean);
      if (!one || (!exemptions.containNamed(bean) && !exempt)) {
        // Of a prototype, nobody could tell later which bean or mapping it came from.
        String of = bean.isEmpty() ? "" : " (bean '" + bean + "')";
        String what = Exemptions.nameOf(open.type()) + of;
        if (one && FrameworkClasses.contain(open.type(), "org.springframework.")) {
          // Its class would open others, too.
          throw bean.isEmpty() ? open(what, "handler mapping", mapping) : open(what, "bean", bean);
        }
        throw open(what, open.type());
      }
      exemptions.addHandler(known instanceof Class ? beans.getBean(bean) : known);
    }
  }

  /** The refusal of what would answer anybody. */
  static StartUpException open(String what, Class<?> type) {
    return open(what, "class", Exemptions.nameOf(type));
  }

  private static StartUpException open(String what, String kind, String entry) {
    return new StartUpException(
        what + " answers requests, but has no guard: nothing is open by omission",
        "annotate its handler methods with @Secured, or with @Public and a reason; or, if it is"
            + " not yours, list its "
            + kind
            + " in '"
            + Exemptions.PROPERTY
            + "': "
            + entry
            + ".");
  }

  private void verifyAdapter(HandlerAdapter adapter) {
    String name = ClassUtils.getUserClass(adapter).getName();
    // What is made at run time from one of Spring's may do as the application wants.
    boolean isOfSpring =
        FrameworkClasses.contain(adapter.getClass(), "org.springframework.")
            && ClassUtils.getUserClass(adapter) == adapter.getClass()
            && !Proxy.isProxyClass(adapter.getClass());
    if (!isOfSpring && !exemptions.contain(adapter.getClass())) {
      throw new StartUpException(
          "the handler adapter "
              + name
              + ", or advice around it, can answer in the place of handlers",
          "list its class in '"
              + Exemptions.PROPERTY
              + "' if it calls each handler: "
              + name
              + ".");
    }
  }
}
