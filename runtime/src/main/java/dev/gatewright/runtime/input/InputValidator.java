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
   * @param found where to add
   */
  void validate(
      EndpointPolicy policy, Object endpoint, @Nullable Object[] arguments, Violations found);
}
