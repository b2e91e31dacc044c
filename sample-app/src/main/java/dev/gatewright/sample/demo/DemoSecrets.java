package dev.gatewright.sample.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatewright.secret.SecretSource;
import dev.gatewright.secret.SecretUnavailableException;
import dev.gatewright.secret.SecretValue;
import dev.gatewright.secret.SecretVersions;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Makes the demonstration's one secret, the key that signs the bank's own tokens, anew at each
 * start: a key that is checked in is no secret. Elsewhere it comes from the environment, a mounted
 * file or a vault. Thread-safe.
 */
@Component
@ConditionalOnProperty("bank.demo")
public class DemoSecrets implements SecretSource {
  private final String name;
  private final InstantSource clock;
  private volatile SecretVersions signingKey;

  DemoSecrets(@Value("${bank.signing-key-name}") String name, InstantSource clock) {
    this.name = name;
    this.clock = clock;
    this.signingKey = SecretVersions.of(newKey());
  }

  @Override
  public SecretVersions read(String secret) {
    if (!secret.equals(name)) {
      throw new SecretUnavailableException(
          secret, "is none of the demonstration's", "leave out the property that names it");
    }
    return signingKey;
  }

  /** Signs with another key from now on; the one before stays accepted during its overlap. */
  public synchronized void rotateSigningKey() {
    signingKey =
        new SecretVersions(newKey(), List.of(signingKey.current()), clock.instant(), false);
  }

  /** Withdraws the replaced key, at once. */
  public synchronized void withdrawReplacedKeys() {
    signingKey = new SecretVersions(signingKey.current(), List.of(), clock.instant(), true);
  }

  private SecretValue newKey() {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
      return SecretValue.of(name, key.toJSONString());
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }
}
