package dev.gatewright.spring.entry;

import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.startup.StartUpException;
import java.util.EventListener;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.BaseHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.security.SecurityHandler;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/**
 * Looks at what Jetty itself was given beside the application: handlers, which stand before or
 * beside every filter, other web applications, listeners, protocols and customizers of requests.
 */
final class JettyVerifier extends ContainerVerifier {
  private static final String OF_JETTY = "org.eclipse.jetty.";
  private static final String OF_BOOT = "org.springframework.boot.jetty.";

  /**
   * They hold others, which are looked at, or hand requests on, or answer with errors, redirects to
   * HTTPS and CORS preflights only. Jetty's other handlers serve files, follow rules of the
   * application, or hold handlers that they do not show.
   */
  private static final Set<String> KNOWN_HANDLERS =
      Set.of(
          "org.eclipse.jetty.server.Server",
          "org.eclipse.jetty.server.Handler$Sequence",
          "org.eclipse.jetty.server.Handler$Wrapper",
          "org.eclipse.jetty.server.handler.BufferedResponseHandler",
          "org.eclipse.jetty.server.handler.ContextHandler",
          "org.eclipse.jetty.server.handler.ContextHandlerCollection",
          "org.eclipse.jetty.server.handler.CrossOriginHandler",
          "org.eclipse.jetty.server.handler.DebugHandler",
          "org.eclipse.jetty.server.handler.DefaultHandler",
          "org.eclipse.jetty.server.handler.GracefulHandler",
          "org.eclipse.jetty.server.handler.IdleTimeoutHandler",
          "org.eclipse.jetty.server.handler.InetAccessHandler",
          "org.eclipse.jetty.server.handler.MinimumDataRateHandler",
          "org.eclipse.jetty.server.handler.PathMappingsHandler",
          "org.eclipse.jetty.server.handler.QoSHandler",
          "org.eclipse.jetty.server.handler.SecuredRedirectHandler",
          "org.eclipse.jetty.server.handler.SizeLimitHandler",
          "org.eclipse.jetty.server.handler.StateTrackingHandler",
          "org.eclipse.jetty.server.handler.StatisticsHandler",
          "org.eclipse.jetty.server.handler.ThreadLimitHandler",
          "org.eclipse.jetty.server.handler.TryPathsHandler",
          "org.eclipse.jetty.server.handler.gzip.GzipHandler",
          "org.eclipse.jetty.compression.server.CompressionHandler",
          "org.eclipse.jetty.security.SecurityHandler$PathMapped",
          "org.eclipse.jetty.security.SecurityHandler$PathMethodMapped",
          "org.eclipse.jetty.session.SessionHandler",
          "org.eclipse.jetty.ee11.servlet.ServletContextHandler",
          "org.eclipse.jetty.ee11.servlet.ServletHandler",
          "org.eclipse.jetty.ee11.servlet.SessionHandler",
          "org.eclipse.jetty.ee11.servlet.security.ConstraintSecurityHandler",
          "org.eclipse.jetty.ee11.webapp.WebAppContext",
          "io.micrometer.core.instrument.binder.jetty.TimedHandler",
          "io.micrometer.jetty12.server.TimedHandler");

  /** Describe errors, by Jetty's own pages or by those of the web application. */
  private static final Set<String> KNOWN_ERROR_HANDLERS =
      Set.of(
          "org.eclipse.jetty.server.Server$DynamicErrorHandler",
          "org.eclipse.jetty.server.handler.ErrorHandler",
          "org.eclipse.jetty.ee11.servlet.ErrorHandler",
          "org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler");

  /** Jetty puts it where a web application has no servlet for all other paths. */
  private static final String ANSWERS_404 =
      "org.eclipse.jetty.ee11.servlet.ServletHandler$Default404Servlet";

  private static final String BESIDE_FILTERS =
      "stands before or beside every filter, so nobody would see what it answers";

  private final Exemptions exemptions;
  private final RequestListeners listeners;

  JettyVerifier(ApplicationContext context, Exemptions exemptions) {
    super(context);
    this.exemptions = exemptions;
    this.listeners = new RequestListeners(exemptions);
  }

  @Override
  void verifyParts(ServletWebServerApplicationContext application) {
    ServletContextHandler own = handlerOf(application);
    if (own != null) {
      Server server = own.getServer();
      verify(server, own, "");
      if (server.getDefaultHandler() != null) {
        verify(server.getDefaultHandler(), own, "");
      }
      verifyErrors(server.getErrorHandler());
    }
  }

  @Override
  void verifyConnectors(ServletWebServerApplicationContext application) {
    ServletContextHandler own = handlerOf(application);
    if (own != null) {
      for (Connector connector : own.getServer().getConnectors()) {
        verifyProtocol(connector);
        connector.getConnectionFactories().forEach(this::verify);
      }
    }
  }

  /** The web application that Jetty has of the context; null where its server is another. */
  private static @Nullable ServletContextHandler handlerOf(
      ServletWebServerApplicationContext application) {
    return application.getWebServer() == null || application.getServletContext() == null
        ? null
        : ServletContextHandler.getServletContextHandler(application.getServletContext());
  }

  private void verify(Handler handler, ServletContextHandler own, String path) {
    String name = handler.getClass().getName();
    if (!KNOWN_HANDLERS.contains(name) && !FrameworkClasses.contain(handler.getClass(), OF_BOOT)) {
      refuseUnlessExempt(handler.getClass(), "the handler", path, BESIDE_FILTERS);
    }
    String inner = path;
    if (handler instanceof ContextHandler context) {
      verifyErrors(context.getErrorHandler());
      inner = context == own ? path : path + context.getContextPath();
    }
    if (handler instanceof ServletContextHandler web) {
      verifyContents(web, own);
    }
    if (handler instanceof SecurityHandler security && security.getAuthenticator() != null) {
      Class<?> authenticator = security.getAuthenticator().getClass();
      if (!FrameworkClasses.contain(authenticator, OF_JETTY)) {
        refuseUnlessExempt(authenticator, "the authenticator", inner, BESIDE_FILTERS);
      }
    }
    if (handler instanceof Handler.Container container) {
      for (Handler each : container.getHandlers()) {
        verify(each, own, inner);
      }
    }
  }

  private void verifyContents(ServletContextHandler web, ServletContextHandler own) {
    for (EventListener listener : web.getEventListeners()) {
      listeners.verify(listener);
      if (isGivenRequests(listener)) {
        listeners.refuseUnlessExempt(listener);
      }
    }
    // Gatewright's filter is a part of the application's own; its servlets are looked at elsewhere.
    if (web != own) {
      for (BaseHolder<?> servlet : web.getServletHandler().getServlets()) {
        verifyOther(web, servlet);
      }
      for (BaseHolder<?> filter : web.getServletHandler().getFilters()) {
        verifyOther(web, filter);
      }
    }
  }

  /** Jetty's own kinds of listeners; those of servlets are looked at as on every server. */
  private static boolean isGivenRequests(EventListener listener) {
    return listener instanceof ContextHandler.ContextScopeListener
        || listener instanceof ServletContextHandler.ServletContextScopeListener;
  }

  /**
   * Gatewright's filter is no part of it, and what Jetty's own servlets do there depends on how
   * they are set up: files, pages of the application.
   */
  private void verifyOther(ServletContextHandler web, BaseHolder<?> holder) {
    String name = String.valueOf(holder.getClassName());
    if (!ANSWERS_404.equals(name) && !exemptions.containClass(name)) {
      throw new StartUpException(
          "Jetty serves another web application at '"
              + web.getContextPath()
              + "', whose "
              + name
              + " Gatewright does not stand before",
          "make it a part of this application; or list its class in '"
              + Exemptions.PROPERTY
              + "': "
              + name
              + ".");
    }
  }

  private void verifyErrors(@Nullable Object errors) {
    if (errors != null
        && !KNOWN_ERROR_HANDLERS.contains(errors.getClass().getName())
        && !FrameworkClasses.contain(errors.getClass(), OF_BOOT)) {
      refuseUnlessExempt(errors.getClass(), "the error handler", "", BESIDE_FILTERS);
    }
  }

  private void verify(ConnectionFactory factory) {
    verifyProtocol(factory);
    if (factory instanceof HttpConfiguration.ConnectionFactory http) {
      for (HttpConfiguration.Customizer customizer : http.getHttpConfiguration().getCustomizers()) {
        if (!isOfServer(customizer)) {
          refuseUnlessExempt(
              customizer.getClass(), "the customizer of requests", "", BESIDE_FILTERS);
        }
      }
    }
  }

  private void verifyProtocol(Object part) {
    if (!isOfServer(part)) {
      refuseUnlessExempt(
          part.getClass(),
          "the protocol",
          "",
          "speaks to clients by itself, so that requests may never pass Gatewright");
    }
  }

  /** Jetty's own, and those that Spring Boot writes for it. */
  private static boolean isOfServer(Object part) {
    return FrameworkClasses.contain(part.getClass(), OF_JETTY)
        || FrameworkClasses.contain(part.getClass(), OF_BOOT);
  }

  private void refuseUnlessExempt(Class<?> type, String kind, String path, String what) {
    if (!exemptions.contain(type)) {
      String name = Exemptions.nameOf(type);
      throw new StartUpException(
          kind
              + " "
              + name
              + " of Jetty's"
              + (path.isEmpty() ? " " : ", at '" + path + "', ")
              + what,
          "make it a filter bean or a controller; or, if it never answers by itself, list its class"
              + " in '"
              + Exemptions.PROPERTY
              + "': "
              + name
              + ".");
    }
  }
}
