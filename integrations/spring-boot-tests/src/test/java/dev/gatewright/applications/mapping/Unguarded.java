package dev.gatewright.applications.mapping;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Annotated objects that answer requests and were made by hand. */
public final class Unguarded {
  private Unguarded() {}

  public static class PartlySecured extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    @Secured(roles = "keeper")
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
      response.getWriter().print(Secret.TEXT);
    }
  }

  @Secured(roles = "keeper")
  public static class WhollySecured extends PartlySecured {
    private static final long serialVersionUID = 1;
  }

  public static class OfPath implements HttpRequestHandler {
    @Override
    @Secured(roles = "keeper")
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print(Secret.TEXT);
    }
  }

  public static class OfMethod {
    @GetMapping("/secret")
    @ResponseBody
    @Secured(roles = "keeper")
    public String tell() {
      return Secret.TEXT;
    }
  }

  public static class OfRoute {
    @Secured(roles = "keeper")
    public ServerResponse tell(ServerRequest request) {
      return ServerResponse.ok().body(Secret.TEXT);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OneServlet {
    @Bean
    ServletRegistrationBean<PartlySecured> way() {
      ServletRegistrationBean<PartlySecured> registration =
          new ServletRegistrationBean<>(new PartlySecured(), "/secret");
      registration.setName("named");
      return registration;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class WholeServlet {
    @Bean
    ServletRegistrationBean<WhollySecured> way() {
      ServletRegistrationBean<WhollySecured> registration =
          new ServletRegistrationBean<>(new WhollySecured(), "/secret");
      registration.setName("named");
      return registration;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OnePath {
    @Bean
    SimpleUrlHandlerMapping way() {
      return new SimpleUrlHandlerMapping(Map.of("/secret", new OfPath()), 1);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OneRoute {
    @Bean
    RouterFunction<ServerResponse> way() {
      return RouterFunctions.route().GET("/secret", new OfRoute()::tell).build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OneMethod {
    @Bean
    RequestMappingHandlerMapping way() {
      return new RequestMappingHandlerMapping() {
        @Override
        protected boolean isHandler(Class<?> type) {
          return false;
        }

        @Override
        public void afterPropertiesSet() {
          super.afterPropertiesSet();
          register(this, "/secret");
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OneMethodMore {
    @Bean
    SmartInitializingSingleton way(
        @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
      return () -> register(mapping, "/secret");
    }
  }

  /** Maps the method of a new object. */
  public static void register(RequestMappingHandlerMapping mapping, String path) {
    try {
      mapping.registerMapping(
          RequestMappingInfo.paths(path).options(mapping.getBuilderConfiguration()).build(),
          new OfMethod(),
          OfMethod.class.getMethod("tell"));
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
