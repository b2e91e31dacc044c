package dev.gatewright.applications.document;

import dev.gatewright.applications.vault.Vault;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A vault, and OpenAPI documents of it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Vault.class)
public class DocumentedApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(DocumentedApplication.class, arguments);
  }
}
