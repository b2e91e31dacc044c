package dev.gatewright.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the bank. */
@SpringBootApplication
public class BankApplication {

  /** Starts the bank on the port of {@code server.port}, 8080 unless configured. */
  public static void main(String[] arguments) {
    SpringApplication.run(BankApplication.class, arguments);
  }
}
