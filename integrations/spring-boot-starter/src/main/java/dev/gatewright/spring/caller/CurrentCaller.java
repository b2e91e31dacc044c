package dev.gatewright.spring.caller;

import dev.gatewright.runtime.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Tells code that takes no {@link Caller} as an argument who is calling: in the threads of a
 * request, and in tasks that the request has left to an executor which propagates context, as
 * Spring Boot's does with {@code spring.task.execution.propagate-context=true}. To be injected.
 * Thread-safe.
 */
@FunctionalInterface
public interface CurrentCaller {

  /**
   * Returns the caller of the request that this thread works on; or of the request that has left a
   * task to this thread, as it was when the task was submitted.
   *
   * <p>A task may outlive its request, and its caller's credential. From the instant at which that
   * ends there is no caller, and none once it is revoked: {@code Revocations} is asked with each
   * call in a task. What a key store or a provider has withdrawn by itself is not known here.
   *
   * @return null where nobody authenticated, in threads that work for no request, and where the
   *     credential has ended or was revoked since
   * @throws RuntimeException if it cannot be told now whether the credential is revoked
   */
  @Nullable Caller caller();
}
