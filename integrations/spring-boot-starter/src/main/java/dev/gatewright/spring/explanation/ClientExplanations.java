package dev.gatewright.spring.explanation;

import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.spring.transport.ServletExchange;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Explains refusals to clients on this machine itself, and to nobody else: the peer of the
 * connection has to be loopback, whatever headers say of the client, and they must not tell of a
 * proxy. Thread-safe.
 */
public final class ClientExplanations {

  private final @Nullable Explanations explanations;

  /**
   * Explains, or not.
   *
   * @param explanations null where no client is told anything
   */
  public ClientExplanations(@Nullable Explanations explanations) {
    this.explanations = explanations;
  }

  /** What the client of a request may be told of its refusal; null for nothing. */
  public @Nullable Explanation of(HttpServletRequest request, Refusal refusal) {
    return explanations != null && ServletExchange.isFromThisMachine(request)
        ? explanations.of(refusal.reason(), refusal.cause())
        : null;
  }
}
