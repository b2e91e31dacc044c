package dev.gatewright.issuing.refresh;

import dev.gatewright.runtime.caller.Confirmation;
import dev.gatewright.runtime.option.Option;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a refresh token, as far as it was proven. Immutable.
 *
 * @param clientId the client; authenticated by the application where it is a confidential one
 * @param confirmation thumbprints of the certificate of its TLS connection and of the key of its
 *     DPoP proof, verified by the application; {@link Confirmation#NONE} where it proved neither
 */
public record RefreshSender(String clientId, Confirmation confirmation) {

  /**
   * @throws IllegalArgumentException if the client is blank
   */
  public RefreshSender {
    Option.text("clientId", clientId);
    Objects.requireNonNull(confirmation);
  }

  /** A client that proved no key. */
  public static RefreshSender client(String clientId) {
    return new RefreshSender(clientId, Confirmation.NONE);
  }

  boolean maySend(RefreshGrant grant) {
    return clientId.equals(grant.clientId())
        && proves(
            grant.confirmation().certificateThumbprint(), confirmation.certificateThumbprint())
        && proves(grant.confirmation().keyThumbprint(), confirmation.keyThumbprint());
  }

  private static boolean proves(@Nullable String demanded, @Nullable String proven) {
    return demanded == null || demanded.equals(proven);
  }
}
