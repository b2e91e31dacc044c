package dev.gatewright.sample.demo;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Makes the keys of the demonstration's authorization server, anew at each start: one that signs
 * and the one that will sign next. Anywhere else they must be configured.
 */
public final class DemoOAuthSecrets
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final int SECRET_BYTES = 32;
  private static final String KEYS = "bank.oauth.signing-keys";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    if (!environment.getProperty("bank.demo", Boolean.class, false)
        || environment.containsProperty(KEYS + "[0]")) {
      return;
    }
    String secret = newSecret();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "demonstration's OAuth secrets",
                Map.of(
                    KEYS + "[0]",
                    DemoKey.newKey(),
                    KEYS + "[1]",
                    DemoKey.newKey(),
                    "gatewright.introspection.client-secret",
                    secret,
                    "bank.oauth.clients.bank-gate.secret-hash",
                    String.valueOf(new BCryptPasswordEncoder().encode(secret)))));
  }

  private static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
