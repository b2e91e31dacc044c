package dev.gatewright.sample.oauth;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.gatewright.sample.login.SigningKeyText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The keys that sign tokens. Each is published before it signs and as long as a token of it may be
 * around, so that nobody who verifies meets a key they could not have known. Thread-safe.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext> {
  private final List<ECKey> keys;
  private volatile ECKey current;

  SigningKeys(OAuthProperties properties) {
    this.keys = read(properties.signingKeys());
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
    return SigningKeyText.read(text)
        .orElseThrow(
            () ->
                invalid(
                    "has an entry, number " + index + ", that is no private P-256 key with a 'kid'",
                    "write it as " + SigningKeyText.FORM + "."));
  }

  private static IllegalStateException invalid(String problem, String fix) {
    return OAuthProperties.invalid("signing-keys", problem, fix);
  }

  /** The 'kid' of the key that signs now. */
  public String currentId() {
    return current.getKeyID();
  }

  /** Signs with the next key from here on; the others stay published. */
  public synchronized void rotate() {
    current = keys.get((keys.indexOf(current) + 1) % keys.size());
  }

  /** Private halves too: those who publish strip them, those who sign name the 'kid'. */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(new JWKSet(List.copyOf(keys)));
  }
}
