package dev.gatewright.runtime.input;

import dev.gatewright.runtime.policy.EndpointPolicy;
import org.jspecify.annotations.Nullable;

/** Checks an endpoint's arguments against their constraints. Implementations are thread-safe. */
public interface InputValidator {

  /**
   * Adds everything that is wrong.
   *
   * @param policy the endpoint's policy
   * @param endpoint the instance that is called
   * @param arguments the call's arguments, in order
   * @param found collects it
   */
  void validate(EndpointPolicy policy, Object endpoint, @Nullable Object[] arguments, Found found);

  /** Collects what is wrong with the arguments of one call. */
  interface Found {

    /**
     * Adds a violation.
     *
     * @param path the place in the arguments, {@code transfer.amount}
     * @param message the message for the client; holds nothing of the value
     */
    void add(String path, String message);
  }
}
