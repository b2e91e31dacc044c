package dev.gatewright.applications.reactive;

import dev.gatewright.applications.vault.Vault;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The vault behind WebFlux. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Vault.class)
public class ReactiveApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(ReactiveApplication.class, arguments);
  }
}
