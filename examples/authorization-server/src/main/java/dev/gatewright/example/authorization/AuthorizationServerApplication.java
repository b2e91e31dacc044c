package dev.gatewright.example.authorization;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;

/**
 * Starts the authorization server. Spring Boot would put Spring Security in front of every path;
 * {@code AuthorizationServerConfiguration} registers it for the server's own paths only.
 */
@SpringBootApplication(exclude = SecurityFilterAutoConfiguration.class)
public class AuthorizationServerApplication {

  /** Starts the server on the port of {@code server.port}, 9000 unless configured. */
  public static void main(String[] arguments) {
    SpringApplication.run(AuthorizationServerApplication.class, arguments);
  }
}
