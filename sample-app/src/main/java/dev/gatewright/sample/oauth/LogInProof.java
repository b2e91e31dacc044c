package dev.gatewright.sample.oauth;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * How and when a customer logged in.
 *
 * @param methods in the words of RFC 8176
 * @param at when
 */
record LogInProof(List<String> methods, Instant at) implements Serializable {

  LogInProof {
    methods = List.copyOf(methods);
  }

  /** The proof; null where it was no customer who logged in, but a client. */
  static @Nullable LogInProof of(@Nullable Authentication principal) {
    return principal != null && principal.getDetails() instanceof LogInProof proof ? proof : null;
  }
}
