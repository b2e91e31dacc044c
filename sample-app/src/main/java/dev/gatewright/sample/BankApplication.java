package dev.gatewright.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;

/** Starts the bank. Spring Security is there for the authorization server's paths only. */
@SpringBootApplication(exclude = SecurityFilterAutoConfiguration.class)
public class BankApplication {

  /** Starts the bank on the port of {@code server.port}, 8080 unless configured. */
  public static void main(String[] arguments) {
    SpringApplication.run(BankApplication.class, arguments);
  }
}
