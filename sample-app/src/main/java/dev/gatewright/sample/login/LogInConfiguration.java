package dev.gatewright.sample.login;

import dev.gatewright.runtime.auth.InProcessRevocations;
import dev.gatewright.runtime.auth.jwt.TokenIssuer;
import dev.gatewright.runtime.secret.Secrets;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What logging in and out needs. */
@Configuration(proxyBeanMethods = false)
class LogInConfiguration {

  /** Some 50 ms a password: long for whoever guesses, not for whoever logs in. */
  private static final int BCRYPT_STRENGTH = 10;

  /** More than the bank's customers can log out of in the lifetime of a token. */
  private static final int MAX_REVOCATIONS = 100_000;

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder(BCRYPT_STRENGTH);
  }

  /** The gate verifies with these too: see gatewright.jwt.issuers.bank.key-source. */
  @Bean
  LogInKeys logInKeys(Secrets secrets, @Value("${bank.signing-key-name}") String name) {
    return new LogInKeys(secrets, name);
  }

  /** Issues what the gate accepts: the same issuer, audience and keys. */
  @Bean
  TokenIssuer tokenIssuer(
      @Value("${gatewright.jwt.issuers.bank.issuer}") String issuer,
      @Value("${gatewright.jwt.issuers.bank.audience}") String audience,
      LogInKeys keys,
      InstantSource clock) {
    return TokenIssuer.builder().issuer(issuer).audience(audience).keys(keys).clock(clock).build();
  }

  /** Forgotten when the bank stops; so are, in the demonstration, the keys of all its tokens. */
  @Bean
  InProcessRevocations revocations(InstantSource clock) {
    return new InProcessRevocations(MAX_REVOCATIONS, clock);
  }
}
