package dev.gatewright.applications.weaving;

import dev.gatewright.applications.vault.Vault;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A vault that AspectJ weaves advice into while its classes are loaded. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Vault.class)
public class WovenApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(WovenApplication.class, arguments);
  }
}
