package dev.gatewright.sample.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the key pair that the demonstration signs its tokens with, anew at each start: a key that
 * is checked in is no secret. Anywhere else both halves must be configured.
 */
public final class DemoSigningKey
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    if (!environment.getProperty("bank.demo", Boolean.class, false)
        || environment.containsProperty("bank.signing-key")) {
      return;
    }
    KeyPair pair = newKeyPair();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "demonstration's key pair",
                Map.of(
                    "bank.signing-key",
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
                    "gatewright.jwt.issuers.bank.keys[0].id",
                    "bank-1",
                    "gatewright.jwt.issuers.bank.keys[0].algorithm",
                    "ES256",
                    "gatewright.jwt.issuers.bank.keys[0].public-key",
                    pem("PUBLIC KEY", pair.getPublic().getEncoded()))));
  }

  private static KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  private static String pem(String label, byte[] encoded) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN "
        + label
        + "-----\n"
        + lines.encodeToString(encoded)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
