package dev.gatewright.applications.tomcat;

import dev.gatewright.applications.Secret;
import dev.gatewright.applications.servlet.SecretServlet;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.core.StandardWrapper;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.HealthCheckValve;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.SemaphoreValve;
import org.apache.catalina.valves.StuckThreadDetectionValve;
import org.apache.catalina.valves.ValveBase;
import org.apache.catalina.valves.rewrite.RewriteValve;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.UpgradeProtocol;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Applications that answer from within Tomcat, where no filter of the application ever is. */
public final class Tomcats {
  private Tomcats() {}

  @Configuration(proxyBeanMethods = false)
  public static class EngineValve {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> customizer() {
      return factory -> factory.addEngineValves(new SecretValve());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ContextValve {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> customizer() {
      return factory -> factory.addContextValves(new SecretValve());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ContextServlet {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> customizer() {
      return factory ->
          factory.addContextCustomizers(
              context -> {
                Wrapper wrapper = Tomcat.addServlet(context, "hidden", new SecretServlet());
                wrapper.addMapping("/secret");
              });
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class SecondWebApplication {
    @Bean
    TomcatServletWebServerFactory factory() {
      return new TomcatServletWebServerFactory() {
        @Override
        protected TomcatWebServer getTomcatWebServer(Tomcat tomcat) {
          Context context = tomcat.addContext("/beside", null);
          Tomcat.addServlet(context, "hidden", new SecretServlet()).addMapping("/secret");
          return super.getTomcatWebServer(tomcat);
        }
      };
    }
  }

  /** Its servlet was added as an object, by no class. */
  @Configuration(proxyBeanMethods = false)
  public static class SecondWebApplicationOfObject {
    @Bean
    TomcatServletWebServerFactory factory() {
      return new TomcatServletWebServerFactory() {
        @Override
        protected TomcatWebServer getTomcatWebServer(Tomcat tomcat) {
          Context context = tomcat.addContext("/beside", null);
          StandardWrapper wrapper = new StandardWrapper();
          wrapper.setName("hidden");
          wrapper.setServlet(new SecretServlet());
          context.addChild(wrapper);
          wrapper.addMapping("/secret");
          return super.getTomcatWebServer(tomcat);
        }
      };
    }
  }

  /** Has the same path as the application, on another host. */
  @Configuration(proxyBeanMethods = false)
  public static class SecondHost {
    @Bean
    TomcatServletWebServerFactory factory() {
      return new TomcatServletWebServerFactory() {
        @Override
        protected TomcatWebServer getTomcatWebServer(Tomcat tomcat) {
          StandardHost host = new StandardHost();
          host.setName("beside");
          tomcat.getEngine().addChild(host);
          Context context = tomcat.addContext(host, "", null);
          Tomcat.addServlet(context, "hidden", new SecretServlet()).addMapping("/secret");
          return super.getTomcatWebServer(tomcat);
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class SecondWebApplicationOfFilter {
    @Bean
    TomcatServletWebServerFactory factory() {
      return new TomcatServletWebServerFactory() {
        @Override
        protected TomcatWebServer getTomcatWebServer(Tomcat tomcat) {
          Context context = tomcat.addContext("/beside", null);
          Tomcat.addServlet(context, "unreached", new SecretFilter.Unreached()).addMapping("/");
          FilterDef filter = new FilterDef();
          filter.setFilterName("hidden");
          filter.setFilterClass(SecretFilter.class.getName());
          context.addFilterDef(filter);
          FilterMap mapping = new FilterMap();
          mapping.setFilterName("hidden");
          mapping.addURLPattern("/*");
          context.addFilterMap(mapping);
          return super.getTomcatWebServer(tomcat);
        }
      };
    }
  }

  public static class SecretFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException {
      response.getWriter().write(Secret.TEXT);
    }

    /** Tomcat calls filters only where there is a servlet. */
    static class Unreached extends HttpServlet {
      private static final long serialVersionUID = 1L;
    }
  }

  /** Serves files, and takes them, as it is set up. */
  @Configuration(proxyBeanMethods = false)
  public static class SecondWebApplicationOfFiles {
    @Bean
    TomcatServletWebServerFactory factory() {
      return new TomcatServletWebServerFactory() {
        @Override
        protected TomcatWebServer getTomcatWebServer(Tomcat tomcat) {
          Context context = tomcat.addContext("/beside", directory());
          Wrapper files = Tomcat.addServlet(context, "default", new DefaultServlet());
          files.addInitParameter("readonly", "false");
          files.addMapping("/");
          return super.getTomcatWebServer(tomcat);
        }
      };
    }

    private static String directory() {
      try {
        Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "beside");
        Files.writeString(directory.resolve("secret"), Secret.TEXT);
        return directory.toString();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /** Answers {@code /health} by itself. */
  @Configuration(proxyBeanMethods = false)
  public static class HealthValve {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> customizer() {
      return factory -> factory.addEngineValves(new HealthCheckValve());
    }
  }

  /** Valves of Tomcat's that only look at requests, or refuse them. */
  @Configuration(proxyBeanMethods = false)
  public static class HarmlessValves {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> customizer() {
      return factory -> {
        factory.addEngineValves(new RemoteIpValve(), new StuckThreadDetectionValve());
        factory.addContextValves(new RewriteValve(), new SemaphoreValve());
      };
    }
  }

  /** Stands right before Spring's servlet, where Tomcat comes before it calls the filters. */
  @Configuration(proxyBeanMethods = false)
  public static class ServletValve {
    @Bean
    TomcatServletWebServerFactory factory() {
      return new TomcatServletWebServerFactory() {
        @Override
        protected TomcatWebServer getTomcatWebServer(Tomcat tomcat) {
          TomcatWebServer server = super.getTomcatWebServer(tomcat);
          for (Container context : tomcat.getHost().findChildren()) {
            for (Container servlet : context.findChildren()) {
              servlet.getPipeline().addValve(new SecretValve());
            }
          }
          return server;
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OwnProtocol {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> customizer() {
      return factory ->
          factory.addConnectorCustomizers(
              connector -> connector.addUpgradeProtocol(new SecretProtocol()));
    }
  }

  /** Takes over connections that ask for it. */
  public static class SecretProtocol implements UpgradeProtocol {
    @Override
    public @Nullable String getHttpUpgradeName(boolean secure) {
      return "secret";
    }

    @Override
    public byte @Nullable [] getAlpnIdentifier() {
      return null;
    }

    @Override
    public @Nullable String getAlpnName() {
      return null;
    }

    @Override
    public @Nullable Processor getProcessor(SocketWrapperBase<?> socket, Adapter adapter) {
      return null;
    }

    @Override
    public @Nullable InternalHttpUpgradeHandler getInternalUpgradeHandler(
        SocketWrapperBase<?> socket, Adapter adapter, org.apache.coyote.Request request) {
      return null;
    }

    @Override
    public boolean accept(org.apache.coyote.Request request) {
      return false;
    }
  }

  /** Answers {@code /secret} before any servlet or filter is looked for. */
  public static class SecretValve extends ValveBase {
    public SecretValve() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      if (request.getRequestURI().equals("/secret")) {
        response.getWriter().write(Secret.TEXT);
      } else {
        getNext().invoke(request, response);
      }
    }
  }
}
