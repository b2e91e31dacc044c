package dev.gatewright.applications.jetty;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import org.eclipse.jetty.ee11.servlet.EagerFormHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Applications on a Jetty that reads forms before it calls the application. */
public final class EagerForms {
  private EagerForms() {}

  @RestController
  @Public(reason = "only reads")
  public static class Endpoint {
    @PostMapping("/short")
    @ValidatedInput(maxBodyBytes = 300)
    public String read(@RequestParam String name) {
      return "read " + name.length();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfServlets {
    @Bean
    @SuppressWarnings("removal") // It is there for as long as applications have it.
    WebServerFactoryCustomizer<JettyServletWebServerFactory> eager() {
      return factory ->
          factory.addServerCustomizers(
              server ->
                  server
                      .getDescendant(ServletContextHandler.class)
                      .insertHandler(new EagerFormHandler()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfServer {
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> eager() {
      return factory ->
          factory.addServerCustomizers(
              server -> server.setHandler(new EagerContentHandler(server.getHandler())));
    }
  }
}
