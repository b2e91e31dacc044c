package dev.gatewright.spring.limited;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Limits and validates, and knows nobody. */
@SpringBootApplication
public class LimitedApplication {

  /** Starts the application, and prints its port. */
  public static void main(String[] arguments) {
    var context = SpringApplication.run(LimitedApplication.class, arguments);
    System.out.println(
        "port=" + ((ServletWebServerApplicationContext) context).getWebServer().getPort());
  }
}
