package dev.gatewright.spring.entry;

import dev.gatewright.spring.bean.UnguardedObjects;
import dev.gatewright.spring.exchange.AnsweringCode;
import dev.gatewright.spring.exchange.ExchangeFilter;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.Unproxied;
import dev.gatewright.spring.startup.StartUpException;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletContextInitializerBeans;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Looks at the servlets and filters of the container once all are registered: each servlet must be
 * a DispatcherServlet of this application, whose handlers are looked at, or exempt; and no filter
 * may stand before Gatewright's that could answer by itself.
 */
public final class ServletVerifier implements SmartInitializingSingleton {

  /** Part of every container; they answer nothing, or only once a handler has forwarded to them. */
  private static final Set<String> OF_CONTAINERS =
      Set.of(
          "org.apache.jasper.servlet.JspServlet",
          "org.eclipse.jetty.ee11.jsp.JettyJspServlet",
          "org.eclipse.jetty.ee11.servlet.NoJspServlet",
          "org.eclipse.jetty.ee11.servlet.ServletHandler$Default404Servlet");

  /** They only look at requests. Those for sockets stand behind Gatewright's. */
  private static final Set<String> KNOWN_FILTERS =
      Set.of(
          "org.springframework.web.filter.CharacterEncodingFilter",
          "org.springframework.boot.servlet.filter.OrderedCharacterEncodingFilter",
          "org.springframework.web.filter.ForwardedHeaderFilter",
          "org.apache.tomcat.websocket.server.WsFilter",
          "org.eclipse.jetty.ee11.websocket.servlet.WebSocketUpgradeFilter");

  private final WebApplicationContext context;
  private final Exemptions exemptions;
  private final UnguardedObjects unguarded;

  public ServletVerifier(WebApplicationContext context, Exemptions exemptions) {
    this.context = context;
    this.exemptions = exemptions;
    this.unguarded = new UnguardedObjects(exemptions);
  }

  @Override
  public void afterSingletonsInstantiated() {
    ServletContext container = context.getServletContext();
    if (container == null) {
      return;
    }
    ServletContextInitializerBeans initializers = new ServletContextInitializerBeans(context);
    verifyListeners(initializers);
    Set<String> ours = ownDispatchers(initializers);
    container
        .getServletRegistrations()
        .forEach((name, servlet) -> verifyServlet(name, servlet.getClassName(), ours));
    Set<String> ordered = verifyOrder(initializers);
    container
        .getFilterRegistrations()
        .forEach((name, filter) -> verifyFilter(name, filter.getClassName(), ordered));
  }

  /** On every server; the verifiers of Tomcat and Jetty see all that were added by hand, too. */
  private void verifyListeners(ServletContextInitializerBeans initializers) {
    RequestListeners listeners = new RequestListeners(exemptions);
    for (ServletContextInitializer each : initializers) {
      if (each instanceof ServletListenerRegistrationBean<?> registration
          && registration.isEnabled()
          && registration.getListener() != null) {
        listeners.verify(registration.getListener());
      }
    }
  }

  /**
   * Names of DispatcherServlets whose handlers are beans of this application context, and of
   * servlets that are guards.
   */
  private Set<String> ownDispatchers(ServletContextInitializerBeans initializers) {
    Set<String> names = new HashSet<>();
    for (ServletContextInitializer each : initializers) {
      if (each instanceof ServletRegistrationBean<?> registration
          && (isGuard(registration.getServlet()) || isOwnDispatcher(registration.getServlet()))) {
        names.add(registration.getServletName());
      }
    }
    return names;
  }

  private static boolean isGuard(@Nullable Servlet servlet) {
    return servlet != null && Unproxied.of(servlet).isGuard();
  }

  private boolean isOwnDispatcher(@Nullable Servlet servlet) {
    return servlet instanceof DispatcherServlet dispatcher
        && isOfThisContext(dispatcher.getWebApplicationContext())
        && isLookedAt(dispatcher.getClass());
  }

  private boolean isOfThisContext(@Nullable WebApplicationContext own) {
    return own == null || own == context;
  }

  /** A subclass may answer before it looks for a handler. */
  private boolean isLookedAt(Class<?> dispatcher) {
    return ClassUtils.getUserClass(dispatcher) == DispatcherServlet.class
        || exemptions.contain(dispatcher);
  }

  private void verifyServlet(String name, @Nullable String className, Set<String> dispatchers) {
    if (dispatchers.contains(name)) {
      return;
    }
    Class<?> type = load(className);
    if (type != null) {
      unguarded.verifyNone("the servlet '" + name + "'", type);
    }
    if (exemptions.containNamed(name)
        || (className != null && (isOfContainer(className) || isExempt(className)))) {
      return;
    }
    if (DispatcherServlet.class.getName().equals(className)) {
      throw new StartUpException(
          "the DispatcherServlet '"
              + name
              + "' has an application context of its own, whose handlers nobody has looked at",
          "register its handlers in the application's own context; or list the servlet's name in '"
              + Exemptions.PROPERTY
              + "': "
              + name
              + ".");
    }
    throw new StartUpException(
        "the servlet '"
            + name
            + "' ("
            + (className == null ? "of an unknown class" : className)
            + ") answers requests, but has no guard: nothing is open by omission",
        "write it as an annotated controller; or, if it is not yours, list it in '"
            + Exemptions.PROPERTY
            + "': "
            + (className == null ? name : className)
            + ".");
  }

  static boolean isOfContainer(String className) {
    return AnsweringCode.SERVE_FILES.contains(className) || OF_CONTAINERS.contains(className);
  }

  private boolean isExempt(String className) {
    return exemptions.containClass(className)
        && !DispatcherServlet.class.getName().equals(className);
  }

  private @Nullable Class<?> load(@Nullable String className) {
    try {
      return className == null ? null : ClassUtils.forName(className, context.getClassLoader());
    } catch (ClassNotFoundException | LinkageError unknown) {
      return null;
    }
  }

  /** The names of the filters that stand behind Gatewright's. */
  private Set<String> verifyOrder(ServletContextInitializerBeans initializers) {
    Set<String> behind = new HashSet<>();
    boolean first = true;
    for (ServletContextInitializer each : initializers) {
      if (!(each instanceof AbstractFilterRegistrationBean<?> registration)) {
        continue;
      }
      if (registration.getFilter() instanceof ExchangeFilter) {
        first &= !registration.isEnabled() || !isForAll(registration.getUrlPatterns());
      } else if (first) {
        verifyFirst(registration);
      }
      behind.add(registration.getFilterName());
    }
    new ListedFilters(exemptions).verify(initializers);
    if (first) {
      throw new StartUpException(
          "Gatewright's filter, the bean 'gatewrightExchangeFilter', is not registered, so nothing"
              + " would hold answers back that no policy was asked for",
          "leave its registration enabled and in its place.");
    }
    return behind;
  }

  private static boolean isForAll(Collection<String> patterns) {
    return patterns.isEmpty() || patterns.contains("/*");
  }

  private void verifyFirst(AbstractFilterRegistrationBean<?> registration) {
    String name = registration.getFilterName();
    Filter filter = registration.getFilter();
    Class<?> type =
        filter == null || registration instanceof DelegatingFilterProxyRegistrationBean
            ? null
            : ClassUtils.getUserClass(filter);
    boolean known =
        type != null && (KNOWN_FILTERS.contains(type.getName()) || exemptions.contain(type));
    if (!known && !exemptions.containNamed(name)) {
      throw new StartUpException(
          "the filter '"
              + name
              + "' ("
              + (type == null ? "of an unknown class" : Exemptions.nameOf(type))
              + ") stands before Gatewright's, so nobody would see what it answers",
          "give it an order after Ordered.HIGHEST_PRECEDENCE; or, if it never answers by itself,"
              + " list it in '"
              + Exemptions.PROPERTY
              + "': "
              + (type == null ? name : Exemptions.nameOf(type))
              + ".");
    }
  }

  /** Filters that the application registers by hand may stand anywhere; some are servlets too. */
  private void verifyFilter(String name, @Nullable String className, Set<String> ordered) {
    Class<?> type = load(className);
    if (exemptions.containNamed(name)
        || (className != null && exemptions.containClass(className))) {
      return;
    }
    if (type != null && Servlet.class.isAssignableFrom(type)) {
      verifyServlet(name, className, Set.of());
    }
    if (!ordered.contains(name) && !KNOWN_FILTERS.contains(String.valueOf(className))) {
      throw new StartUpException(
          "the filter '"
              + name
              + "' ("
              + className
              + ") was registered by hand, and may stand before Gatewright's",
          "make it a bean, or a FilterRegistrationBean; or list it in '"
              + Exemptions.PROPERTY
              + "': "
              + (className == null ? name : className)
              + ".");
    }
  }
}
