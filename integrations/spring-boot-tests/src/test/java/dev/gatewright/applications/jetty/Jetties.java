package dev.gatewright.applications.jetty;

import dev.gatewright.applications.Secret;
import dev.gatewright.applications.servlet.SecretServlet;
import dev.gatewright.applications.tomcat.Tomcats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.DefaultServlet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.security.AuthenticationState;
import org.eclipse.jetty.security.Authenticator;
import org.eclipse.jetty.security.Constraint;
import org.eclipse.jetty.security.SecurityHandler;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.DefaultHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.util.Callback;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Applications that answer from within Jetty, where no filter of the application ever is. */
public final class Jetties {
  private Jetties() {}

  /** Changes the server once Spring Boot has put it together. */
  abstract static class Changed {
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> customizer() {
      return factory -> factory.addServerCustomizers(this::change);
    }

    abstract void change(Server server);

    static ServletContextHandler applicationOf(Server server) {
      return server.getDescendant(ServletContextHandler.class);
    }

    static void beside(Server server, Handler other) {
      server.setHandler(new Handler.Sequence(other, server.getHandler()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InFront extends Changed {
    @Override
    void change(Server server) {
      SecretHandler front = new SecretHandler();
      front.setHandler(server.getHandler());
      server.setHandler(front);
    }
  }

  /** Between Jetty's context and its servlets, where it comes before it calls the filters. */
  @Configuration(proxyBeanMethods = false)
  public static class WithinTheContext extends Changed {
    @Override
    void change(Server server) {
      applicationOf(server).insertHandler(new SecretHandler());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InSequence extends Changed {
    @Override
    void change(Server server) {
      beside(server, new SecretHandler());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfPaths extends Changed {
    @Override
    void change(Server server) {
      PathMappingsHandler paths = new PathMappingsHandler();
      paths.addMapping(PathSpec.from("/beside/*"), new SecretHandler());
      paths.addMapping(PathSpec.from("/"), server.getHandler());
      server.setHandler(paths);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class SecondContext extends Changed {
    @Override
    void change(Server server) {
      server.setHandler(
          new ContextHandlerCollection(
              server.getHandler() instanceof ContextHandler own ? own : applicationOf(server),
              new ContextHandler(new SecretHandler(), "/beside")));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class SecondWebApplication extends Changed {
    @Override
    void change(Server server) {
      ServletContextHandler second = new ServletContextHandler("/beside");
      second.addServlet(new ServletHolder(new SecretServlet()), "/secret");
      beside(server, second);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class SecondWebApplicationOfFilter extends Changed {
    @Override
    void change(Server server) {
      ServletContextHandler second = new ServletContextHandler("/beside");
      second.addFilter(
          new FilterHolder(new Tomcats.SecretFilter()),
          "/secret",
          EnumSet.of(jakarta.servlet.DispatcherType.REQUEST));
      beside(server, second);
    }
  }

  /** Hands out files, as Jetty does where it is told of a directory. */
  @Configuration(proxyBeanMethods = false)
  public static class SecondWebApplicationOfFiles extends Changed {
    @Override
    void change(Server server) {
      try {
        Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "beside");
        Files.writeString(directory.resolve("secret"), Secret.TEXT);
        ServletContextHandler second = new ServletContextHandler("/beside");
        second.setBaseResourceAsPath(directory);
        second.addServlet(DefaultServlet.class, "/");
        beside(server, second);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /** Answers what no handler does. */
  @Configuration(proxyBeanMethods = false)
  public static class AsDefaultHandler extends Changed {
    @Override
    void change(Server server) {
      applicationOf(server).setContextPath("/application");
      server.setDefaultHandler(new SecretHandler());
    }
  }

  /** Answers what Jetty itself refuses, with a success. */
  @Configuration(proxyBeanMethods = false)
  public static class AsErrorHandler extends Changed {
    @Override
    void change(Server server) {
      server.setErrorHandler(new SecretErrors());
    }
  }

  public static class SecretErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      SecretHandler.tell(response, callback);
      return true;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class AsAuthenticator extends Changed {
    @Override
    void change(Server server) {
      SecurityHandler.PathMapped security = new SecurityHandler.PathMapped();
      security.put("/secret", Constraint.ANY_USER);
      security.setAuthenticator(new SecretAuthenticator());
      security.setLoginService(new org.eclipse.jetty.security.EmptyLoginService());
      applicationOf(server).insertHandler(security);
    }
  }

  public static class SecretAuthenticator implements Authenticator {
    @Override
    public void setConfiguration(Authenticator.Configuration configuration) {
      // Needs none.
    }

    @Override
    public String getAuthenticationType() {
      return "SECRET";
    }

    @Override
    public AuthenticationState validateRequest(
        Request request, Response response, Callback callback) {
      SecretHandler.tell(response, callback);
      return AuthenticationState.CHALLENGE;
    }
  }

  /** A protocol of the application's on a port of its own. */
  @Configuration(proxyBeanMethods = false)
  public static class OwnProtocol extends Changed {
    @Override
    void change(Server server) {
      server.addConnector(new ServerConnector(server, new SecretProtocol()));
    }
  }

  public static class SecretProtocol extends AbstractConnectionFactory {
    public SecretProtocol() {
      super("secret");
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
      throw new UnsupportedOperationException();
    }
  }

  /** Is given each request before any handler. */
  @Configuration(proxyBeanMethods = false)
  public static class OwnCustomizer extends Changed {
    @Override
    void change(Server server) {
      for (Connector connector : server.getConnectors()) {
        connector
            .getConnectionFactory(HttpConnectionFactory.class)
            .getHttpConfiguration()
            .addCustomizer(new HeaderCustomizer());
      }
    }
  }

  public static class HeaderCustomizer implements HttpConfiguration.Customizer {
    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
      responseHeaders.put("X-Told", Secret.TEXT);
      return request;
    }
  }

  /** What Jetty and Spring Boot have of their own, and that answers nothing. */
  @Configuration(proxyBeanMethods = false)
  public static class OfJetty extends Changed {
    @Override
    void change(Server server) {
      for (Handler.Singleton wrapper :
          new Handler.Singleton[] {
            new StatisticsHandler(), new GracefulHandler(), new Handler.Wrapper()
          }) {
        wrapper.setHandler(server.getHandler());
        server.setHandler(wrapper);
      }
      server.setHandler(new Handler.Sequence(server.getHandler(), new DefaultHandler()));
    }
  }
}
