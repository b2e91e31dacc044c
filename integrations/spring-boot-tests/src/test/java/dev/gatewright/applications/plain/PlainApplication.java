package dev.gatewright.applications.plain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatewright.applications.vault.Keeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Asks the keeper for whoever calls the JDK's own server, which it starts itself. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Keeper.class)
public class PlainApplication {
  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(PlainApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.run(arguments);
  }

  @Bean
  ApplicationRunner server(Keeper keeper) {
    return arguments -> {
      HttpServer server = server();
      server.createContext("/secret", exchange -> answer(exchange, keeper));
      server.start();
      System.out.println("Listens at port " + server.getAddress().getPort() + ".");
    };
  }

  static HttpServer server() throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  private static void answer(HttpExchange exchange, Keeper keeper) throws IOException {
    try (exchange) {
      try {
        byte[] body = keeper.tell().getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      } catch (RuntimeException refused) {
        System.out.println("Refused by " + refused.getClass().getName() + ".");
        exchange.sendResponseHeaders(500, -1);
      }
    }
  }
}
