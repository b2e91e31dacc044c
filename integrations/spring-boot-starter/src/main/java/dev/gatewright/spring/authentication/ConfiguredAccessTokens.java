package dev.gatewright.spring.authentication;

import dev.gatewright.authentication.AccessTokens;
import dev.gatewright.runtime.caller.Authentication;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access tokens of the properties.
 *
 * @param verifier decides
 * @param sources what it asks, to be closed with the application
 */
record ConfiguredAccessTokens(AccessTokens verifier, List<AutoCloseable> sources)
    implements AccessTokens, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ConfiguredAccessTokens.class);

  @Override
  public Authentication verify(String token) {
    return verifier.verify(token);
  }

  @Override
  public Authentication.@Nullable Accepted remembered(String token) {
    return verifier.remembered(token);
  }

  @Override
  public void close() {
    for (AutoCloseable source : sources) {
      try {
        source.close();
      } catch (Exception failure) {
        log.warn("A source of keys could not be closed", failure);
      }
    }
  }
}
