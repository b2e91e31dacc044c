package dev.gatewright.sample.login;

import dev.gatewright.runtime.auth.InProcessRevocations;
import dev.gatewright.runtime.auth.jwt.JwtAlgorithm;
import dev.gatewright.runtime.auth.jwt.SigningKey;
import dev.gatewright.runtime.auth.jwt.TokenIssuer;
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

  /** Issues what the gate accepts: the same issuer, audience and key pair. */
  @Bean
  TokenIssuer tokenIssuer(
      @Value("${gatewright.jwt.issuers.bank.issuer}") String issuer,
      @Value("${gatewright.jwt.issuers.bank.audience}") String audience,
      @Value("${bank.signing-key}") String signingKey,
      InstantSource clock) {
    return TokenIssuer.builder()
        .issuer(issuer)
        .audience(audience)
        .key(SigningKey.ofText("bank-1", JwtAlgorithm.ES256, signingKey))
        .clock(clock)
        .build();
  }

  /** Forgotten when the bank stops; so are, in the demonstration, the keys of all its tokens. */
  @Bean
  InProcessRevocations revocations(InstantSource clock) {
    return new InProcessRevocations(MAX_REVOCATIONS, clock);
  }
}
