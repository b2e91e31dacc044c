package dev.gatewright.sample.login;

import dev.gatewright.jdbc.JdbcRefreshTokenStore;
import dev.gatewright.runtime.auth.RevocationStore;
import dev.gatewright.runtime.auth.jwt.TokenIssuer;
import dev.gatewright.runtime.auth.refresh.Entitlement;
import dev.gatewright.runtime.auth.refresh.RefreshTokens;
import dev.gatewright.sample.customer.Customers;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** How the bank's own tokens are refreshed. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RefreshConfiguration {

  /** What customers may do is looked up at each refresh: their role may have changed. */
  @Bean
  RefreshTokens refreshTokens(
      DataSource dataSource,
      TokenIssuer issuer,
      RevocationStore revocations,
      Customers customers,
      InstantSource clock) {
    return RefreshTokens.builder()
        .store(new JdbcRefreshTokenStore(dataSource))
        .issuer(issuer)
        .revocations(revocations)
        .entitlements(
            grant ->
                customers
                    .find(grant.subject())
                    .filter(customer -> customer.passwordHash() != null)
                    .map(customer -> new Entitlement(List.of(customer.role()), customer.scopes())))
        .clock(clock)
        .build();
  }
}
