package dev.gatewright.example.authorization.login;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Tells how and when a customer logged in.
 *
 * @param methods methods that were used, in the words of RFC 8176
 * @param at time of the log-in
 */
public record LogInProof(List<String> methods, Instant at) implements Serializable {

  /** Copies the list it is given. */
  public LogInProof {
    methods = List.copyOf(methods);
  }

  /** Returns the proof of a customer's log-in; null where a client has authenticated. */
  public static @Nullable LogInProof of(@Nullable Authentication principal) {
    return principal != null && principal.getDetails() instanceof LogInProof proof ? proof : null;
  }
}
