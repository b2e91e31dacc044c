package dev.gatewright.spring.secret;

import dev.gatewright.secret.EnvironmentSecretSource;
import dev.gatewright.secret.FileSecretSource;
import dev.gatewright.secret.SecretSource;
import dev.gatewright.secret.Secrets;
import dev.gatewright.spring.GatewrightAutoConfiguration;
import dev.gatewright.spring.startup.Property;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Secrets that rotate, of the properties below {@code gatewright.secrets}. An application that
 * keeps them elsewhere, as in a vault, defines a {@link SecretSource} of its own.
 */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(after = GatewrightAutoConfiguration.class)
@ConditionalOnBean(GatewrightAutoConfiguration.class)
@ConditionalOnClass(Secrets.class)
@EnableConfigurationProperties(SecretsProperties.class)
public class SecretsConfiguration {
  private static final String SECRETS = "gatewright.secrets.";

  SecretsConfiguration(ConfigurableEnvironment environment) {
    ClearTextSecrets.warn(environment);
  }

  @Bean
  @ConditionalOnMissingBean(SecretSource.class)
  SecretSource gatewrightSecretSource(SecretsProperties properties) {
    Path directory = properties.directory();
    return directory == null
        ? new EnvironmentSecretSource()
        : Property.build(SECRETS + "directory", () -> new FileSecretSource(directory));
  }

  @Bean
  @ConditionalOnMissingBean(Secrets.class)
  Secrets gatewrightSecrets(
      SecretSource source,
      SecretsProperties properties,
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
    return Property.options(
        option -> SECRETS + Property.dashed(option),
        () ->
            Secrets.builder(source)
                .clock(clock)
                .refreshInterval(properties.refreshInterval())
                .overlap(properties.overlap())
                .build());
  }
}
