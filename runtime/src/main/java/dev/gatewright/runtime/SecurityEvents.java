package dev.gatewright.runtime;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.event.SecurityEvent;
import dev.gatewright.runtime.event.SecurityEvent.Outcome;
import dev.gatewright.runtime.event.SecurityEventSink;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusedException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what a gate decided, and what was changed of its limits. Thread-safe. */
record SecurityEvents(List<SecurityEventSink> sinks, InstantSource clock) {
  private static final Logger log = LoggerFactory.getLogger(SecurityEvents.class);

  SecurityEvents {
    sinks = List.copyOf(sinks);
  }

  /** 128 bits: enough not to repeat, and no secret. */
  static String newCorrelationId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }

  void decided(RequestState request, Outcome outcome, @Nullable Refusal refusal) {
    emit(
        outcome,
        refusal,
        request.endpoint(),
        request.client().address().toString(),
        request.caller(),
        request.correlationId());
  }

  /**
   * Records the refusal of a request.
   *
   * @return to be thrown
   */
  RefusedException refuse(RequestState request, Refusal refusal) {
    request.refuse();
    decided(request, Outcome.REFUSED, refusal);
    return new RefusedException(refusal, request.correlationId());
  }

  /**
   * Refuses a request if a check says so, or fails.
   *
   * @throws RefusedException if so
   */
  void refuseIf(RequestState request, EndpointPolicy policy, Supplier<@Nullable Refusal> check) {
    Refusal refusal;
    try {
      refusal = check.get();
    } catch (RuntimeException failure) {
      throw undecided(request, policy, failure);
    }
    if (refusal != null) {
      throw refuse(request, refusal);
    }
  }

  /**
   * Records that a request is refused because of what went wrong in here.
   *
   * @return to be thrown
   */
  RefusedException undecided(
      RequestState request, EndpointPolicy policy, RuntimeException failure) {
    log.error("The gate could not decide on {}; the request is refused", policy, failure);
    return refuse(request, Refusal.undecidable(failure.getClass().getName()));
  }

  /**
   * Records a refusal where this thread works on no request.
   *
   * @return to be thrown
   */
  RefusedException refuseWithoutRequest(Refusal refusal, @Nullable EndpointPolicy endpoint) {
    String correlationId = newCorrelationId();
    emit(Outcome.REFUSED, refusal, endpoint, "unknown", null, correlationId);
    return new RefusedException(refusal, correlationId);
  }

  void changed(LimitPolicy before, LimitPolicy after) {
    String change =
        "limit %s changed from %s to %s".formatted(after.id(), numbers(before), numbers(after));
    emit(
        SecurityEvent.of(clock.instant(), Outcome.CONFIGURED, "none", newCorrelationId())
            .cause(change)
            .build());
  }

  private static String numbers(LimitPolicy limit) {
    return limit.permits() + " per " + limit.period() + ", burst " + limit.burst();
  }

  private void emit(
      Outcome outcome,
      @Nullable Refusal refusal,
      @Nullable EndpointPolicy endpoint,
      String client,
      @Nullable Caller caller,
      String correlationId) {
    SecurityEvent.Builder event = SecurityEvent.of(clock.instant(), outcome, client, correlationId);
    if (refusal != null) {
      event.reason(refusal.reason()).cause(refusal.cause());
    }
    if (endpoint != null) {
      event.endpoint(endpoint.id()).route(endpoint.route());
    }
    if (caller != null) {
      event.subject(caller.subject()).credentialId(caller.credentialId());
    }
    emit(event.build());
  }

  private void emit(SecurityEvent event) {
    for (int i = 0; i < sinks.size(); i++) {
      try {
        sinks.get(i).accept(event);
      } catch (RuntimeException broken) {
        // What is decided stays decided, whoever cannot write it down.
        log.error("A security event could not be delivered", broken);
      }
    }
  }
}
