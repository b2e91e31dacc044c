package dev.gatewright.sample.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
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
                    newKey(),
                    KEYS + "[1]",
                    newKey(),
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

  private static String newKey() {
    try {
      ECKey key =
          new ECKeyGenerator(Curve.P_256)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .keyID(UUID.randomUUID().toString())
              .generate();
      return key.toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }
}
