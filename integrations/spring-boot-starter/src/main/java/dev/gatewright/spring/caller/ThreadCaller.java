package dev.gatewright.spring.caller;

import dev.gatewright.runtime.caller.Caller;
import org.jspecify.annotations.Nullable;

/** Tells who a thread works for, while that one's credential is good. Thread-safe. */
final class ThreadCaller implements CurrentCaller {
  private final CallerContext context;
  private final CredentialLife credentials;

  ThreadCaller(CallerContext context, CredentialLife credentials) {
    this.context = context;
    this.credentials = credentials;
  }

  @Override
  public @Nullable Caller caller() {
    Caller inExchange = context.inExchange();
    if (inExchange != null) {
      return inExchange;
    }
    Caller ofTask = context.ofTask();
    return ofTask != null && credentials.holds(ofTask) ? ofTask : null;
  }
}
