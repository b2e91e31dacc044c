package dev.gatewright.runtime;

import dev.gatewright.runtime.charge.LimitCheck;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Charges failed authentications to the limits of their request, and pays back what a request took
 * in advance where it is known that none failed. Thread-safe.
 */
final class FailedAuthentications {
  private static final Logger log = LoggerFactory.getLogger(FailedAuthentications.class);

  private final LimitCheck limits;
  private final SecurityEvents events;
  private final AtomicLong elsewhere = new AtomicLong();

  FailedAuthentications(LimitCheck limits, SecurityEvents events) {
    this.limits = limits;
    this.events = events;
  }

  /** How many failures were reported in threads that work on no request. */
  long reportedElsewhere() {
    return elsewhere.get();
  }

  /**
   * Records the refusal of a request, and counts it where a credential was wrong.
   *
   * @return to be thrown
   */
  RefusedException refuse(RequestState request, Refusal refusal) {
    Refusal limit = refusal.reason().isFailedAuthentication() ? count(request) : null;
    RefusedException refused = events.refuse(request, refusal);
    return limit == null ? refused : events.refuse(request, limit);
  }

  /**
   * Refuses a request as its endpoint says that an authentication failed.
   *
   * @param request the one that this thread works on, or worked on; null for none
   * @return to be thrown
   * @throws RefusedException if failures of this request have reached a limit, or no request is
   *     there whose limits could be charged
   */
  RefusedException report(@Nullable RequestState request, String cause) {
    if (request == null || !request.isUsable()) {
      throw reportElsewhere(request);
    }
    RefusedException refused =
        refuse(request, Refusal.of(RefusalReason.AUTHENTICATION_FAILED, cause));
    if (refused.refusal().reason() != RefusalReason.AUTHENTICATION_FAILED) {
      // Or a loop that drops what is returned would go on guessing.
      throw refused;
    }
    return refused;
  }

  private RefusedException reportElsewhere(@Nullable RequestState request) {
    if (request == null || request.isClosed()) {
      elsewhere.incrementAndGet();
    } else {
      request.failElsewhere();
    }
    log.error(
        "failedAuthentication(..) was called in the thread {}, which works on no request: no limit"
            + " can be charged for it, so the request is refused, and what requests under way took"
            + " in advance of limits on failed authentications stays charged. Fix: call it in the"
            + " request's thread.",
        Thread.currentThread().getName());
    return events.refuseWithoutRequest(
        Refusal.undecidable("failedAuthentication(..) was called outside of the request's thread"),
        null);
  }

  private @Nullable Refusal count(RequestState request) {
    try {
      return limits.failed(request.charged());
    } catch (RuntimeException failure) {
      log.error("A failed authentication could not be counted", failure);
      return Refusal.undecidable(failure.getClass().getName());
    }
  }

  /** Decides, as a request ends, what becomes of the permits that it took in advance. */
  void settle(RequestState request) {
    boolean elsewhereToo = request.mayHaveFailedElsewhere(elsewhere.get());
    if (!request.isEntered() || (request.isConcluded() && !elsewhereToo)) {
      // Nothing was called that could have made a guess, or none was wrong.
      request.charged().giveBack();
    } else if (request.isUnauthorized() || (elsewhereToo && !request.isSuccess())) {
      limits.failed(request.charged()); // Also to limits that a good credential was paid back.
    } // Otherwise what is held stays charged.
  }
}
