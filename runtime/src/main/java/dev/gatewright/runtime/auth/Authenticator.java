package dev.gatewright.runtime.auth;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.exchange.Exchange;
import java.util.List;

/** Verifies one kind of credential. Implementations are thread-safe. */
public interface Authenticator {

  /** The kind of credential. */
  Scheme scheme();

  /** Name of the request header the credential is read from: {@code Authorization}. */
  String header();

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
   */
  Authentication authenticate(String credential);

  /**
   * The challenge of this kind for {@code WWW-Authenticate}, without parameters: {@code Bearer}.
   */
  String challenge();
}
