package dev.gatewright.spring.exemption;

import dev.gatewright.spring.startup.StartUpException;
import jakarta.servlet.Filter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;

/**
 * Verifies, last of all, that each exemption stands for something: an entry that no class, bean,
 * servlet or filter is called by stops the start, and one that nothing was met for is logged.
 */
public final class ExemptionVerifier implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ExemptionVerifier.class);
  private static final boolean SERVLETS =
      ClassUtils.isPresent(
              "jakarta.servlet.ServletContext", ExemptionVerifier.class.getClassLoader())
          && ClassUtils.isPresent(
              "org.springframework.web.context.WebApplicationContext",
              ExemptionVerifier.class.getClassLoader());

  private final ApplicationContext context;
  private final Exemptions exemptions;
  private volatile boolean running;

  ExemptionVerifier(ApplicationContext context, Exemptions exemptions) {
    this.context = context;
    this.exemptions = exemptions;
  }

  @Override
  public void start() {
    List<String> unmet = exemptions.unmet();
    for (String entry : unmet) {
      if (!isKnown(entry)) {
        throw new StartUpException(
            "the property '"
                + Exemptions.PROPERTY
                + "' lists '"
                + entry
                + "', but there is no class, bean, servlet or filter of that name",
            "write the name of a class with its package, of a nested class as Outer$Inner; or"
                + " remove the entry.");
      }
    }
    List<String> useless = unmet.stream().filter(entry -> !isFilter(entry)).toList();
    if (!useless.isEmpty()) {
      log.warn(
          "'{}' lists what nothing was exempted for at start-up: {}. Fix: remove what is not added"
              + " while the application runs.",
          Exemptions.PROPERTY,
          useless);
    }
    running = true;
  }

  /** Also what is met only when it answers, or added later. */
  private boolean isKnown(String entry) {
    int method = entry.indexOf('#');
    String className = method < 0 ? entry : entry.substring(0, method);
    return ClassUtils.isPresent(className, context.getClassLoader())
        || context.containsBean(entry)
        || (SERVLETS && Registrations.contain(entry, context));
  }

  /** A filter is met when it answers: others may hold it, as Spring Security's chain does. */
  private boolean isFilter(String entry) {
    return SERVLETS && Registrations.isFilter(entry, context);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the web server, and after an actuator on its own port. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  /** Where there are servlets. */
  private static final class Registrations {
    static boolean isFilter(String className, ApplicationContext context) {
      try {
        return Filter.class.isAssignableFrom(
            ClassUtils.forName(className, context.getClassLoader()));
      } catch (ClassNotFoundException | LinkageError unknown) {
        return false;
      }
    }

    static boolean contain(String name, ApplicationContext context) {
      return context instanceof WebApplicationContext web
          && web.getServletContext() != null
          && (web.getServletContext().getServletRegistration(name) != null
              || web.getServletContext().getFilterRegistration(name) != null);
    }
  }
}
