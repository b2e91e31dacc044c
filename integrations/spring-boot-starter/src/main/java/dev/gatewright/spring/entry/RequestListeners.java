package dev.gatewright.spring.entry;

import dev.gatewright.spring.exchange.ExchangeFilter;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.startup.StartUpException;
import jakarta.servlet.ServletRequestAttributeListener;
import jakarta.servlet.ServletRequestListener;
import java.util.List;
import org.springframework.aop.framework.AopProxyUtils;

/**
 * Refuses listeners that the container gives each request to, before any filter: they can answer it
 * or change its protocol, and nobody would see it. Listeners of sessions and of the application
 * itself are given none.
 */
final class RequestListeners {

  /** They only keep the request for others to find, or measure it. */
  private static final List<String> KNOWN =
      List.of(
          "org.springframework.web.context.request.RequestContextListener",
          "io.micrometer.",
          "org.apache.catalina.",
          "org.apache.tomcat.",
          "org.eclipse.jetty.",
          "org.apache.webbeans.",
          "org.jboss.weld.");

  private final Exemptions exemptions;

  RequestListeners(Exemptions exemptions) {
    this.exemptions = exemptions;
  }

  /** Refuses the listener if it is given requests, and is neither known nor exempt. */
  void verify(Object listener) {
    if (listener instanceof ServletRequestListener
        || listener instanceof ServletRequestAttributeListener) {
      refuseUnlessExempt(listener);
    }
  }

  /** Refuses a listener that is given requests, unless it is known or exempt. */
  void refuseUnlessExempt(Object listener) {
    Class<?> type = AopProxyUtils.ultimateTargetClass(listener);
    if (!isKnown(listener.getClass()) && !exemptions.contain(type)) {
      String name = Exemptions.nameOf(type);
      throw new StartUpException(
          "the listener "
              + name
              + " is given each request before every filter, so nobody would see what it answers",
          "use a filter bean; or list its class in '"
              + Exemptions.PROPERTY
              + "' if it never answers: "
              + name
              + ".");
    }
  }

  private static boolean isKnown(Class<?> type) {
    String name = type.getName();
    return type == ExchangeFilter.class
        || KNOWN.stream().anyMatch(known -> name.equals(known) || isIn(known, type));
  }

  private static boolean isIn(String known, Class<?> type) {
    return known.endsWith(".") && FrameworkClasses.contain(type, known);
  }
}
