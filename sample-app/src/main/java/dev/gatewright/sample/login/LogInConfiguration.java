package dev.gatewright.sample.login;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What logging in and out needs. */
@Configuration(proxyBeanMethods = false)
class LogInConfiguration {

  /** About 100 ms a password: slow for whoever guesses, not for whoever logs in. */
  private static final int BCRYPT_STRENGTH = 10;

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder(BCRYPT_STRENGTH);
  }
}
