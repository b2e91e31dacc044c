package dev.gatewright.applications.mapping;

import dev.gatewright.applications.Secret;
import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;

/** Applications with two of a kind, of which 'docs' may be open. */
public final class Neighbours {
  private Neighbours() {}

  @Configuration(proxyBeanMethods = false)
  public static class OneMapping {
    @Bean
    SimpleUrlHandlerMapping docs() {
      return mapping("/docs");
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class TwoMappings extends OneMapping {
    @Bean
    SimpleUrlHandlerMapping other() {
      return mapping("/other");
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OneFunction {
    @Bean
    RouterFunction<ServerResponse> docs() {
      return files("/docs");
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class TwoFunctions extends OneFunction {
    @Bean
    RouterFunction<ServerResponse> other() {
      return files("/other");
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OneFilter {
    @Bean
    FilterRegistrationBean<Filter> docs() {
      return filter("/docs", "docs");
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class TwoFilters extends OneFilter {
    @Bean
    FilterRegistrationBean<Filter> other() {
      return filter("/other", "other");
    }
  }

  private static SimpleUrlHandlerMapping mapping(String path) {
    ParameterizableViewController controller = new ParameterizableViewController();
    controller.setView(new SecretHandler());
    return new SimpleUrlHandlerMapping(Map.of(path, controller), -1);
  }

  private static RouterFunction<ServerResponse> files(String path) {
    return RouterFunctions.resource(
        RequestPredicates.GET(path),
        new ByteArrayResource(Secret.TEXT.getBytes(StandardCharsets.US_ASCII)));
  }

  private static FilterRegistrationBean<Filter> filter(String path, String name) {
    Filter filter = (request, response, chain) -> response.getWriter().write(Secret.TEXT);
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setName(name);
    registration.addUrlPatterns(path);
    registration.setOrder(1);
    return registration;
  }
}
