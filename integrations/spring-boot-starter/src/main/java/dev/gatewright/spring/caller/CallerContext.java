package dev.gatewright.spring.caller;

import dev.gatewright.runtime.CurrentExchange;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Knows for whom each thread works: for the caller of the exchange that it is in, else for the one
 * whose request has left it a task. A thread in an exchange works for that one's caller only,
 * whatever a task brings along. Thread-safe.
 */
public final class CallerContext {

  /** Where log lines find the correlation id: the mapped diagnostic context of SLF4J. */
  private static final String LOGGED = "correlationId";

  private final Gate gate;

  /** Of one application alone: two in one process must not see each other's callers. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Work> work = new ThreadLocal<>();

  /** What a thread works on. */
  private sealed interface Work {}

  private record InExchange(CurrentExchange exchange) implements Work {}

  /**
   * What a task takes along from the thread that submits it. Immutable.
   *
   * @param caller null for nobody
   * @param correlationId what log lines show; null for nothing
   * @param isArrived whether it is in the thread of the task, not in one that only told of itself
   */
  record Submitted(@Nullable Caller caller, @Nullable String correlationId, boolean isArrived)
      implements Work {}

  /** The time that a thread spends in an exchange. To be left by the same thread. */
  public final class Stay {
    private final @Nullable Work before;
    private final @Nullable String loggedBefore;

    private Stay(@Nullable Work before, @Nullable String loggedBefore) {
      this.before = before;
      this.loggedBefore = loggedBefore;
    }

    /** Gives the thread back to what it worked for before. */
    public void end() {
      work(before);
      log(loggedBefore);
    }
  }

  /** Asks a gate for the callers of exchanges. */
  public CallerContext(Gate gate) {
    this.gate = gate;
  }

  /** Lets this thread work for an exchange, whose correlation id its log lines show. */
  public Stay enter(CurrentExchange exchange) {
    Stay stay = new Stay(work.get(), MDC.get(LOGGED));
    work.set(new InExchange(exchange));
    log(exchange.correlationId());
    return stay;
  }

  /** The caller of the exchange that this thread is in; null for none. */
  @Nullable Caller inExchange() {
    return work.get() instanceof InExchange in && !in.exchange().isOnThisThread()
        ? null
        : gate.caller();
  }

  /** The caller whose request has left a task to this thread; null for none. */
  @Nullable Caller ofTask() {
    return work.get() instanceof Submitted task ? task.caller() : null;
  }

  /** For a task that this thread submits. Says so, too, where there is nobody. */
  Submitted submit() {
    if (work.get() instanceof Submitted task && gate.caller() == null) {
      return new Submitted(task.caller(), MDC.get(LOGGED), true);
    }
    return new Submitted(inExchange(), MDC.get(LOGGED), false);
  }

  /** Lets this thread work for who submitted its task, unless it is in an exchange. */
  void arrive(Submitted task) {
    if (!(work.get() instanceof InExchange)) {
      work(new Submitted(task.caller(), task.correlationId(), true));
      log(task.correlationId());
    }
  }

  /** Gives this thread back, after a task, to what it said of itself before. */
  void leave(Submitted before) {
    if (!(work.get() instanceof InExchange)) {
      // What an exchange said is true as long as the thread is in it, and no longer.
      work(before.isArrived() ? before : null);
      log(before.correlationId());
    }
  }

  private void work(@Nullable Work next) {
    if (next == null) {
      work.remove();
    } else {
      work.set(next);
    }
  }

  private static void log(@Nullable String correlationId) {
    if (correlationId == null) {
      MDC.remove(LOGGED);
    } else {
      MDC.put(LOGGED, correlationId);
    }
  }
}
