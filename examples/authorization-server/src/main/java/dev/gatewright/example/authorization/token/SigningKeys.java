package dev.gatewright.example.authorization.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.gatewright.example.authorization.client.AuthorizationServerProperties;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs with one of the configured keys. All of them are published, before they sign and as long as
 * a token of theirs may be in use, so that nobody who verifies meets an unknown key. Thread-safe.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext> {
  private final List<ECKey> keys;
  private volatile ECKey current;

  SigningKeys(AuthorizationServerProperties properties) {
    this.keys =
        properties.demo() && properties.signingKeys().isEmpty()
            ? List.of(newKey(), newKey())
            : read(properties.signingKeys());
    this.current = keys.get(0);
  }

  private static List<ECKey> read(List<String> configured) {
    if (configured.isEmpty()) {
      throw invalid("is missing", "set it to a private P-256 key in JSON, with a 'kid'.");
    }
    List<ECKey> keys = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < configured.size(); i++) {
      ECKey key = read(configured.get(i), i);
      if (!ids.add(key.getKeyID())) {
        throw invalid("has two keys with one 'kid'", "give each key its own.");
      }
      keys.add(key);
    }
    return List.copyOf(keys);
  }

  private static ECKey read(String text, int index) {
    try {
      if (JWK.parse(text) instanceof ECKey key
          && Curve.P_256.equals(key.getCurve())
          && key.isPrivate()
          && key.getKeyID() != null) {
        return key;
      }
    } catch (ParseException | RuntimeException malformed) {
      // Its message may quote the key.
    }
    throw invalid(
        "has an entry, number " + index + ", that is no private P-256 key with a 'kid'",
        "write it as {\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":..,\"x\":..,\"y\":..,\"d\":..}.");
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  private static IllegalStateException invalid(String problem, String fix) {
    return AuthorizationServerProperties.invalid("signing-keys", problem, fix);
  }

  /** Returns the 'kid' of the key that signs now. */
  public String currentId() {
    return current.getKeyID();
  }

  /** Signs with the next key from now on; the others stay published. */
  public synchronized void rotate() {
    current = keys.get((keys.indexOf(current) + 1) % keys.size());
  }

  /** Returns private halves too: the JWK set endpoint strips them, the encoder names the 'kid'. */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(new JWKSet(List.copyOf(keys)));
  }
}
