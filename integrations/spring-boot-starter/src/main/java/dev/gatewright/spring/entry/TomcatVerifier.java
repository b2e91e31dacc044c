package dev.gatewright.spring.entry;

import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.startup.StartUpException;
import jakarta.servlet.Filter;
import java.util.Set;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Engine;
import org.apache.catalina.Service;
import org.apache.catalina.Valve;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.UpgradeProtocol;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.WebApplicationContext;

/**
 * Looks at what Tomcat itself was given beside the application: valves, which stand before every
 * filter, other web applications, listeners and protocols.
 */
final class TomcatVerifier extends ContainerVerifier {
  private static final String OF_BOOT = "org.springframework.boot.";

  /** Valves of Tomcat that hand requests on, or answer with an error or a redirect. */
  private static final Set<String> NEVER_SUCCEED =
      Set.of(
          "org.apache.catalina.core.StandardEngineValve",
          "org.apache.catalina.core.StandardHostValve",
          "org.apache.catalina.core.StandardContextValve",
          "org.apache.catalina.core.StandardWrapperValve",
          "org.apache.catalina.authenticator.BasicAuthenticator",
          "org.apache.catalina.authenticator.DigestAuthenticator",
          "org.apache.catalina.authenticator.NonLoginAuthenticator",
          "org.apache.catalina.authenticator.SSLAuthenticator",
          "org.apache.catalina.authenticator.SingleSignOn",
          "org.apache.catalina.authenticator.SpnegoAuthenticator",
          "org.apache.catalina.valves.AccessLogValve",
          "org.apache.catalina.valves.CrawlerSessionManagerValve",
          "org.apache.catalina.valves.ErrorReportValve",
          "org.apache.catalina.valves.ExtendedAccessLogValve",
          "org.apache.catalina.valves.JDBCAccessLogValve",
          "org.apache.catalina.valves.JsonAccessLogValve",
          "org.apache.catalina.valves.JsonErrorReportValve",
          "org.apache.catalina.valves.LoadBalancerDrainingValve",
          "org.apache.catalina.valves.ParameterLimitValve",
          "org.apache.catalina.valves.PersistentValve",
          "org.apache.catalina.valves.RemoteAddrValve",
          "org.apache.catalina.valves.RemoteCIDRValve",
          "org.apache.catalina.valves.RemoteHostValve",
          "org.apache.catalina.valves.RemoteIpValve",
          "org.apache.catalina.valves.SSLValve",
          "org.apache.catalina.valves.SemaphoreValve",
          "org.apache.catalina.valves.StuckThreadDetectionValve",
          "org.apache.catalina.valves.rewrite.RewriteValve");

  private final ApplicationContext context;
  private final Exemptions exemptions;
  private final RequestListeners listeners;

  TomcatVerifier(ApplicationContext context, Exemptions exemptions) {
    super(context);
    this.context = context;
    this.exemptions = exemptions;
    this.listeners = new RequestListeners(exemptions);
  }

  @Override
  void verifyParts(ServletWebServerApplicationContext application) {
    if (application.getWebServer() instanceof TomcatWebServer server) {
      for (Service service : server.getTomcat().getServer().findServices()) {
        Engine engine = service.getContainer();
        if (engine != null) {
          verify(engine);
        }
      }
    }
  }

  @Override
  void verifyConnectors(ServletWebServerApplicationContext application) {
    if (application.getWebServer() instanceof TomcatWebServer server) {
      for (Service service : server.getTomcat().getServer().findServices()) {
        for (Connector connector : service.findConnectors()) {
          for (UpgradeProtocol protocol : connector.findUpgradeProtocols()) {
            verify(protocol);
          }
        }
      }
    }
  }

  private void verify(Container container) {
    for (Valve valve : container.getPipeline().getValves()) {
      verify(valve);
    }
    if (container instanceof Context application) {
      for (Object listener : application.getApplicationEventListeners()) {
        listeners.verify(listener);
      }
      if (!isOfThisApplication(application)) {
        verifyOther(application);
      }
    }
    for (Container child : container.findChildren()) {
      verify(child);
    }
  }

  private boolean isOfThisApplication(Context other) {
    return context instanceof WebApplicationContext web
        && web.getServletContext() == other.getServletContext();
  }

  private void verify(UpgradeProtocol protocol) {
    String name = protocol.getClass().getName();
    if (!FrameworkClasses.contain(protocol.getClass(), "org.apache.coyote.")
        && !exemptions.contain(protocol.getClass())) {
      throw new StartUpException(
          "Tomcat speaks another protocol with " + name + ", whose requests never pass Gatewright",
          "remove it; or list its class in '" + Exemptions.PROPERTY + "': " + name + ".");
    }
  }

  private void verify(Valve valve) {
    String name = Exemptions.nameOf(valve.getClass());
    if (!NEVER_SUCCEED.contains(name)
        && !FrameworkClasses.contain(valve.getClass(), OF_BOOT)
        && !exemptions.contain(valve.getClass())) {
      throw new StartUpException(
          "the valve " + name + " stands before every filter, so nobody would see what it answers",
          "make it a filter; or, if it never answers by itself, list its class in '"
              + Exemptions.PROPERTY
              + "': "
              + name
              + ".");
    }
  }

  /**
   * A web application beside this one: Gatewright's filter is no part of it, and what Tomcat's own
   * servlets do there depends on how they are set up.
   */
  private void verifyOther(Context other) {
    for (Container servlet : other.findChildren()) {
      verifyOther(other, classOf(servlet));
    }
    for (FilterDef filter : other.findFilterDefs()) {
      Filter made = filter.getFilter();
      verifyOther(
          other,
          made == null ? String.valueOf(filter.getFilterClass()) : made.getClass().getName());
    }
  }

  /** The class of a servlet, which may have been added as an instance; else its name. */
  private static String classOf(Container servlet) {
    if (servlet instanceof Wrapper wrapper) {
      if (wrapper.getServlet() != null) {
        return wrapper.getServlet().getClass().getName();
      }
      if (wrapper.getServletClass() != null) {
        return wrapper.getServletClass();
      }
    }
    return servlet.getName();
  }

  private void verifyOther(Context other, String className) {
    if (!exemptions.containClass(className)) {
      throw new StartUpException(
          "Tomcat serves another web application at '"
              + other.getPath()
              + "', whose "
              + className
              + " Gatewright does not stand before",
          "make it a part of this application; or list its class in '"
              + Exemptions.PROPERTY
              + "': "
              + className
              + ".");
    }
  }
}
