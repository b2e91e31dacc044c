package dev.gatewright.runtime.caller;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.exchange.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies one kind of credential. Implementations are thread-safe. */
public interface Authenticator {

  /** The kind of credential. */
  Scheme scheme();

  /**
   * Name of the request header the credential is read from: {@code Authorization}. Null where it
   * comes with the connection, as a TLS client certificate does: such a credential authenticates
   * only requests that carry no other.
   */
  @Nullable String header();

  /**
   * The credentials of this kind that a request carries, unverified.
   *
   * @return never null; empty where there is none, more than one where the client sent several
   */
  List<String> credentials(Exchange exchange);

  /**
   * Verifies a credential. Never throws for anything a client can send.
   *
   * @param credential one that {@link #credentials} returned
   * @param exchange the request it came with
   */
  Authentication authenticate(String credential, Exchange exchange);

  /**
   * Verifies a credential again that was accepted in the same request, which had to wait since. A
   * proof that may be used once was used then: it is not asked for its use or age again.
   */
  default Authentication authenticateAgain(String credential, Exchange exchange) {
    return authenticate(credential, exchange);
  }

  /**
   * The verdict on a credential that was accepted before and would be again, where telling takes no
   * signature and asks nobody else; the gate then may ask limits by address and by caller together.
   *
   * @param credential one that {@link #credentials} returned
   * @param exchange the request it came with
   * @return null where the credential has to be verified, as it always has unless overridden
   */
  default Authentication.@Nullable Accepted remembered(String credential, Exchange exchange) {
    return null;
  }

  /**
   * The challenge of this kind for {@code WWW-Authenticate}: {@code Bearer}, or with parameters
   * {@code DPoP algs="ES256"}.
   */
  String challenge();
}
