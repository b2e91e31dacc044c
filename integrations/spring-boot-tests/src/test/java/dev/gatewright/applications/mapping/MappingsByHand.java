package dev.gatewright.applications.mapping;

import dev.gatewright.applications.Secret;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.mvc.ServletForwardingController;
import org.springframework.web.servlet.mvc.ServletWrappingController;
import org.springframework.web.servlet.mvc.UrlFilenameViewController;

/** Applications that map {@code /secret} with Spring's mappings, built by hand. */
public final class MappingsByHand {
  private MappingsByHand() {}

  private static SimpleUrlHandlerMapping mapping(Object handler) {
    return new SimpleUrlHandlerMapping(Map.of("/secret", handler), -1);
  }

  private static RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/secret", request -> ServerResponse.ok().body(Secret.TEXT))
        .build();
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfRouterFunctions {
    @Bean
    RouterFunctionMapping byHand() {
      RouterFunctionMapping mapping = new RouterFunctionMapping(routes());
      mapping.setOrder(-2);
      return mapping;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class RouterFunctionBean {
    @Bean
    RouterFunction<ServerResponse> secretRoutes() {
      return routes();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfRequestHandlers {
    @Bean
    SimpleUrlHandlerMapping byHand() {
      return mapping(new SecretHandler());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfLambdas {
    @Bean
    SimpleUrlHandlerMapping byHand() {
      HttpRequestHandler handler = (request, response) -> response.getWriter().write(Secret.TEXT);
      return mapping(handler);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfControllers {
    @Bean
    SimpleUrlHandlerMapping byHand() {
      return mapping(new SecretHandler.SecretController());
    }
  }

  /** The handler is made when the first request for it comes. */
  @Configuration(proxyBeanMethods = false)
  public static class OfPrototypes {
    @Bean
    SimpleUrlHandlerMapping byHand() {
      return mapping("secretHandler");
    }

    @Bean
    @Scope("prototype")
    SecretHandler secretHandler() {
      return new SecretHandler();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class AsDefaultHandler {
    @Bean
    SimpleUrlHandlerMapping byHand() {
      SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping();
      mapping.setOrder(1);
      mapping.setDefaultHandler(new SecretHandler());
      return mapping;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class BeanName {
    @Bean("/secret")
    HttpRequestHandler secretHandler() {
      return new SecretHandler();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class WrapsServlet {
    @Bean("/secret")
    ServletWrappingController wrapping() {
      ServletWrappingController controller = new ServletWrappingController();
      controller.setServletClass(SecretServlet.class);
      controller.setServletName("wrapped");
      return controller;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ForwardsToServlet {
    @Bean("/secret")
    ServletForwardingController forwarding() {
      ServletForwardingController controller = new ServletForwardingController();
      controller.setServletName("hidden");
      return controller;
    }

    @Bean
    HttpServlet hidden() {
      return new SecretServlet();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class NamesViewByUrl {
    @Bean
    SimpleUrlHandlerMapping byHand() {
      return mapping(new UrlFilenameViewController());
    }

    @Bean("secret")
    View view() {
      return new SecretHandler();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class HoldsView {
    @Bean("/secret")
    ParameterizableViewController controller() {
      ParameterizableViewController controller = new ParameterizableViewController();
      controller.setView(new SecretHandler());
      return controller;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class RegistersViewController implements WebMvcConfigurer {
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
      registry.addViewController("/secret").setViewName("secretView");
    }

    @Bean
    View secretView() {
      return new SecretHandler();
    }
  }

  public static class SecretServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write(Secret.TEXT);
    }
  }
}
