package dev.gatewright.applications.tomcat;

import dev.gatewright.applications.Secret;
import dev.gatewright.applications.servlet.SecretServlet;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ValveBase;
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
