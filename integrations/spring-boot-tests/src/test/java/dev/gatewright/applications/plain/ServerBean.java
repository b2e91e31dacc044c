package dev.gatewright.applications.plain;

import com.sun.net.httpserver.HttpServer;
import dev.gatewright.applications.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Answers from a server that is a bean. */
@Configuration(proxyBeanMethods = false)
public class ServerBean {
  @Bean(destroyMethod = "")
  HttpServer secretServer() throws IOException {
    HttpServer server = PlainApplication.server();
    server.createContext(
        "/secret",
        exchange -> {
          try (exchange) {
            byte[] body = Secret.TEXT.getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    return server;
  }
}
