package dev.gatewright.sample.demo;

import dev.gatewright.runtime.secret.SecretSource;
import dev.gatewright.runtime.secret.SecretUnavailableException;
import dev.gatewright.runtime.secret.SecretValue;
import dev.gatewright.runtime.secret.SecretVersions;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The demonstration's secrets, made anew at each start: a key that is checked in is no secret.
 * There is one, the key that signs the bank's own tokens. Anywhere else it comes from the
 * environment, a mounted file or a vault. Thread-safe.
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

  /** Withdraws what was replaced, at once. */
  public synchronized void withdrawReplacedKeys() {
    signingKey = new SecretVersions(signingKey.current(), List.of(), clock.instant(), true);
  }

  private SecretValue newKey() {
    return SecretValue.of(name, DemoKey.newKey());
  }
}
