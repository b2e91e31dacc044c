package dev.gatewright.applications.mapping;

import dev.gatewright.applications.Secret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/** Applications with a harmless route, and something around it that tells the secret. */
public final class AroundRoutes {
  private AroundRoutes() {}

  /** What is exempt by its class. */
  public static class Harmless implements HandlerFunction<ServerResponse> {
    @Override
    public ServerResponse handle(ServerRequest request) {
      return ServerResponse.ok().body("harmless");
    }

    /** Fails, so that a handler of errors answers. */
    static final class Failing extends Harmless {
      @Override
      public ServerResponse handle(ServerRequest request) {
        throw new IllegalStateException("nothing works");
      }
    }
  }

  /** What is written beside the handler, in another class. */
  public static final class Telling {
    private Telling() {}

    static ServerResponse tell() {
      return ServerResponse.ok().body(Secret.TEXT);
    }

    static HandlerFilterFunction<ServerResponse, ServerResponse> filter() {
      return (request, next) -> tell();
    }

    static RouterFunction<ServerResponse> after(RouterFunctions.Builder builder) {
      return builder.after((request, response) -> tell()).build();
    }

    static RouterFunction<ServerResponse> onError(RouterFunctions.Builder builder) {
      return builder.onError(failure -> true, (failure, request) -> tell()).build();
    }

    static RouterFunction<ServerResponse> before(RouterFunctions.Builder builder) {
      return builder.before(request -> request).filter((request, next) -> tell()).build();
    }
  }

  private static RouterFunctions.Builder builder(Harmless handler) {
    return RouterFunctions.route().GET("/route", handler);
  }

  @Configuration(proxyBeanMethods = false)
  public static class Bare {
    @Bean
    RouterFunction<ServerResponse> routes() {
      return builder(new Harmless()).build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Filtered {
    @Bean
    RouterFunction<ServerResponse> routes() {
      return builder(new Harmless()).build().filter(Telling.filter());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Before {
    @Bean
    RouterFunction<ServerResponse> routes() {
      return Telling.before(builder(new Harmless()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class After {
    @Bean
    RouterFunction<ServerResponse> routes() {
      return Telling.after(builder(new Harmless()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OnError {
    @Bean
    RouterFunction<ServerResponse> routes() {
      return Telling.onError(builder(new Harmless.Failing()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Nested {
    @Bean
    RouterFunction<ServerResponse> routes() {
      return RouterFunctions.nest(
              RequestPredicates.GET("/route"),
              RouterFunctions.route(RequestPredicates.all(), new Harmless())
                  .filter(Telling.filter()))
          .withAttribute("name", "value");
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Composed {
    @Bean
    RouterFunction<ServerResponse> routes() {
      return RouterFunctions.route(RequestPredicates.GET("/other"), new Harmless())
          .and(builder(new Harmless()).build().filter(Telling.filter()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ByHand {
    @Bean
    RouterFunctionMapping routes() {
      RouterFunctionMapping mapping =
          new RouterFunctionMapping(builder(new Harmless()).build().filter(Telling.filter()));
      mapping.setOrder(-2);
      return mapping;
    }
  }
}
