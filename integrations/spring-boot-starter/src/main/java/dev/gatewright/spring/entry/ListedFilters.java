package dev.gatewright.spring.entry;

import dev.gatewright.spring.exchange.ExchangeFilter;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.startup.StartUpException;
import jakarta.servlet.Filter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletContextInitializerBeans;

/**
 * Verifies that a listed name stands for one filter. Which one of a class it is that answers is not
 * known later, so that no other may have the class.
 *
 * @param exemptions what is listed; is told of the filters
 */
record ListedFilters(Exemptions exemptions) {

  void verify(ServletContextInitializerBeans initializers) {
    Map<String, Filter> listed = new LinkedHashMap<>();
    Map<String, Filter> others = new LinkedHashMap<>();
    for (ServletContextInitializer each : initializers) {
      if (each instanceof AbstractFilterRegistrationBean<?> registration
          && !(each instanceof DelegatingFilterProxyRegistrationBean)
          && !(registration.getFilter() instanceof ExchangeFilter)) {
        Filter filter = registration.getFilter();
        String name = registration.getFilterName();
        if (filter != null && !exemptions.contain(filter.getClass())) {
          (exemptions.containNamed(name) ? listed : others).put(name, filter);
        }
      }
    }
    listed.forEach(
        (name, filter) -> {
          others.forEach((other, each) -> verifyApart(name, filter, other, each));
          exemptions.addFilter(filter.getClass());
        });
    others.values().forEach(filter -> exemptions.addUsed(filter.getClass()));
  }

  private static void verifyApart(String name, Filter listed, String other, Filter filter) {
    if (listed.getClass().isInstance(filter)) {
      throw new StartUpException(
          "the filter '"
              + name
              + "' is listed in '"
              + Exemptions.PROPERTY
              + "' by its name, but the filter '"
              + other
              + "' has its class, "
              + Exemptions.nameOf(listed.getClass())
              + ", too, so nobody could tell which one answers",
          "give each a class of its own; or, if both may answer, list the name of the other, too.");
    }
  }
}
