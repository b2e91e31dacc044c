package dev.gatewright.applications.reactive;

import dev.gatewright.applications.Secret;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Bears no annotation of Gatewright's, so that it starts where Gatewright is left out. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class UnguardedReactiveApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(UnguardedReactiveApplication.class, arguments);
  }

  @Bean
  RouterFunction<ServerResponse> secretRoutes() {
    return RouterFunctions.route()
        .GET("/secret", request -> ServerResponse.ok().bodyValue(Secret.TEXT))
        .build();
  }
}
