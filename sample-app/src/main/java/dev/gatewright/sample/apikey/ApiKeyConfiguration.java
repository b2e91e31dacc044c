package dev.gatewright.sample.apikey;

import dev.gatewright.authentication.apikey.ApiKeyAuthenticator;
import dev.gatewright.authentication.apikey.ApiKeyHasher;
import dev.gatewright.authentication.apikey.ApiKeyStore;
import dev.gatewright.authentication.apikey.ApiKeyUpdates;
import dev.gatewright.issuing.apikey.ApiKeyIssuer;
import dev.gatewright.issuing.apikey.ApiKeyMint;
import dev.gatewright.jdbc.JdbcApiKeyStore;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps API keys in the bank's database instead of its configuration. */
@Configuration(proxyBeanMethods = false)
class ApiKeyConfiguration {

  @Bean
  ApiKeyHasher apiKeyHasher(@Value("${gatewright.api-keys.pepper}") String pepper) {
    return ApiKeyHasher.ofBase64(pepper);
  }

  @Bean
  ApiKeyStore apiKeyStore(DataSource dataSource) {
    return new JdbcApiKeyStore(dataSource);
  }

  @Bean
  ApiKeyUpdates apiKeyUpkeep(ApiKeyStore store) {
    return new ApiKeyUpdates(store);
  }

  @Bean
  ApiKeyAuthenticator apiKeyAuthenticator(
      ApiKeyStore store, ApiKeyHasher hasher, ApiKeyUpdates updates, InstantSource clock) {
    return ApiKeyAuthenticator.builder(store, hasher).updates(updates).clock(clock).build();
  }

  @Bean
  ApiKeyIssuer apiKeyIssuer(ApiKeyStore store, ApiKeyHasher hasher, InstantSource clock) {
    ApiKeyMint mint = new ApiKeyMint(hasher, ApiKeyAuthenticator.DEFAULT_PREFIX, clock);
    return new ApiKeyIssuer(mint, store, clock);
  }
}
