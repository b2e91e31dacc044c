package dev.gatewright.sample.login;

import dev.gatewright.authentication.InProcessRevocations;
import dev.gatewright.authentication.RevocationStore;
import dev.gatewright.issuing.TokenIssuer;
import dev.gatewright.issuing.refresh.Entitlement;
import dev.gatewright.issuing.refresh.RefreshTokens;
import dev.gatewright.jdbc.JdbcRefreshTokenStore;
import dev.gatewright.sample.customer.Customers;
import dev.gatewright.secret.Secrets;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes what logging in, refreshing and logging out need. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LogInConfiguration {

  /** Some 50 ms a password, which slows guessing down. */
  private static final int BCRYPT_STRENGTH = 10;

  /** More than are revoked in the lifetime of a token. */
  private static final int MAX_REVOCATIONS = 100_000;

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder(BCRYPT_STRENGTH);
  }

  /** Signs the bank's tokens; the gate verifies with it too: see {@code key-source}. */
  @Bean
  LogInKeys logInKeys(Secrets secrets, @Value("${bank.signing-key-name}") String name) {
    return new LogInKeys(secrets, name);
  }

  /** Issues tokens that the gate accepts: of the same issuer, audience and keys. */
  @Bean
  TokenIssuer tokenIssuer(
      @Value("${gatewright.jwt.issuers.bank.issuer}") String issuer,
      @Value("${gatewright.jwt.issuers.bank.audience}") String audience,
      LogInKeys keys,
      InstantSource clock) {
    return TokenIssuer.builder().issuer(issuer).audience(audience).keys(keys).clock(clock).build();
  }

  /** Keeps revocations until the bank stops, as long as the demonstration's signing keys live. */
  @Bean
  InProcessRevocations revocations(InstantSource clock) {
    return new InProcessRevocations(MAX_REVOCATIONS, clock);
  }

  /** Looks up at each refresh what a customer may do: the role may have changed. */
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
