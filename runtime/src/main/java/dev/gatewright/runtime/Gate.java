package dev.gatewright.runtime;

import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.limit.EffectiveLimits;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides every request, always in the same order:
 *
 * <ol>
 *   <li>transport: HTTPS, sane headers, a declared body within bounds
 *   <li>limits by address
 *   <li>authentication and revocation
 *   <li>limits by caller
 *   <li>access: roles, scopes, authentication context
 * </ol>
 *
 * <p>That is stage one; it needs no argument, and adapters call it ({@link #admit}) before a byte
 * of the body is read. Stage two, in the generated guard ({@link #enter}), validates the arguments
 * and asks the object-level policies. A guard whose adapter did not come first does stage one
 * itself.
 *
 * <p>A guard that is called inside another, or by a forward, decides again and charges what the
 * exchange was not charged by yet: each limit by who calls once in an exchange, by the first
 * endpoint that has it; limits by argument with each call.
 *
 * <p>Fails closed: without an exchange, or when anything in here throws, the request is refused.
 * Thread-safe.
 */
public final class Gate {
  private static final Logger log = LoggerFactory.getLogger(Gate.class);
  private static final String CORRELATION_ID = "X-Correlation-Id";

  /** Of this gate alone: two applications in one process must not see each other's callers. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable CurrentExchange> bound = new ThreadLocal<>();

  private final TrustedProxies trustedProxies;
  final TransportCheck transport;
  private final EffectiveLimits effectiveLimits;
  final LimitCheck limits;
  private final CredentialCheck credentials;
  private final AccessCheck access;
  private final InputValidator validator;
  private final SecurityEvents events;

  Gate(GateBuilder settings) {
    this.trustedProxies = settings.trustedProxies;
    this.events = new SecurityEvents(settings.sinks, settings.clock);
    Challenges challenges = new Challenges(settings.authenticators, settings.realm);
    this.transport = new TransportCheck(settings.httpsRequirement);
    this.effectiveLimits =
        new EffectiveLimits(
            settings.rateLimiter(),
            settings.limitChanges,
            settings.sharedLimitChanges,
            events::changed);
    this.limits =
        new LimitCheck(
            effectiveLimits,
            new ChallengeCheck(settings.challenger),
            new WaitingRoom(settings.heldCalls),
            settings.limitHeaders,
            settings.limitListeners);
    this.credentials =
        new CredentialCheck(
            settings.authenticators, settings.revocations, settings.acrValues, challenges);
    this.access = new AccessCheck(settings.clock, settings.acrValues, challenges);
    this.validator = settings.validator();
  }

  /** Starts a gate that trusts no proxy, accepts no credential and wants HTTPS. */
  public static GateBuilder builder() {
    return new GateBuilder();
  }

  /**
   * Takes a request up, on this thread. The adapter closes what it gets when the response is
   * complete.
   *
   * @throws IllegalStateException if this thread has an exchange already
   */
  public CurrentExchange open(Exchange exchange) {
    CurrentExchange current =
        new CurrentExchange(
            this, exchange, trustedProxies.client(exchange), SecurityEvents.newCorrelationId());
    exchange.setResponseHeader(CORRELATION_ID, current.correlationId());
    // Last: whoever is thrown out of here gets nothing that could be closed.
    bind(current);
    return current;
  }

  /**
   * Makes an endpoint's counters ready, for adapters to call at start-up.
   *
   * @throws IllegalArgumentException if a limit cannot be kept, or sets challenges while there is
   *     no challenger; names the limit, what is wrong and the fix
   */
  public void prepare(EndpointPolicy policy) {
    limits.prepare(policy);
  }

  /** The limits in force, to be looked at and changed. */
  public EffectiveLimits limits() {
    return effectiveLimits;
  }

  /**
   * Stage one, for adapters.
   *
   * @throws RefusedException if the request is refused
   */
  public void admit(EndpointPolicy policy) {
    CurrentExchange current = current(policy);
    if (!current.isAdmittedTo(policy)) {
      stageOne(current, policy);
      current.admitTo(policy);
    }
  }

  /**
   * Stage one, for guards: whatever of it is not done yet.
   *
   * @throws RefusedException if the request is refused
   */
  public Passage enter(EndpointPolicy policy) {
    CurrentExchange current = current(policy);
    if (!current.isToEnter(policy)) {
      stageOne(current, policy);
    }
    current.enter(policy);
    return new Passage(current, policy, validator, limits);
  }

  /**
   * Who is calling.
   *
   * @return null where no exchange is open or nobody authenticated
   */
  public @Nullable Caller caller() {
    CurrentExchange current = bound.get();
    return current == null || current.isClosed() ? null : current.caller();
  }

  /**
   * Refuses the current request for what only an adapter can see, as a malformed body.
   *
   * @return to be thrown
   */
  public RefusedException refuse(Refusal refusal) {
    CurrentExchange current = bound.get();
    if (current == null) {
      return refuseWithoutExchange(refusal, null);
    }
    return current.refuse(refusal);
  }

  /**
   * Refuses the current request because the endpoint itself, a log-in, could not authenticate the
   * client. Charges the limits on failed authentications.
   *
   * @param cause why, for the security log only; never holds a secret
   * @return to be thrown
   * @throws RefusedException if this thread works on no request, whose limits could be charged
   */
  public RefusedException failedAuthentication(String cause) {
    CurrentExchange current = bound.get();
    if (current == null || !current.isUsable()) {
      log.error(
          "failedAuthentication(..) was called in the thread {}, which works on no request: no"
              + " limit can be charged, so the request is refused. Fix: call it in the request's"
              + " thread.",
          Thread.currentThread().getName());
      throw refuseWithoutExchange(
          Undecidable.because(
              "failedAuthentication(..) was called outside of the request's thread"),
          null);
    }
    return refuse(Refusal.of(RefusalReason.AUTHENTICATION_FAILED, cause));
  }

  private CurrentExchange current(EndpointPolicy policy) {
    CurrentExchange current = bound.get();
    if (current == null) {
      throw refuseWithoutExchange(
          Undecidable.because(
              "no exchange is open on this thread: is the adapter in place, and is this a thread of"
                  + " the request's, not one that the application started?"),
          policy);
    }
    if (!current.isUsable()) {
      throw refuseWithoutExchange(
          Undecidable.because("the request has ended, or goes on in another thread"), policy);
    }
    return current;
  }

  private void stageOne(CurrentExchange current, EndpointPolicy policy) {
    try {
      current.reach(policy);
      transport.check(current, policy);
      AccessPolicy.Authenticated required =
          policy.access() instanceof AccessPolicy.Authenticated authenticated
              ? authenticated
              : null;
      Caller caller = countedAndAuthenticated(current, policy, required);
      if (caller != null && required != null) {
        access.check(current, caller, required);
      }
      limits.report(current);
      SecurityHeaders.set(current);
    } catch (RefusedException refused) {
      throw refused;
    } catch (RuntimeException failure) {
      throw undecided(current, policy, failure);
    }
  }

  /**
   * Limits by address, authentication, limits by caller; of the limits those that this exchange was
   * not charged by yet.
   *
   * @param required what the caller must be; null where the endpoint is open
   * @return null where the endpoint is open
   */
  private @Nullable Caller countedAndAuthenticated(
      CurrentExchange current,
      EndpointPolicy policy,
      AccessPolicy.@Nullable Authenticated required) {
    if (limits.isOneRoundTrip(policy)) {
      // Without cryptography to protect, limits by address need not come first alone.
      Caller remembered = required == null ? null : credentials.remembered(current, required);
      if (required == null || remembered != null) {
        limits.beforeAndAfter(current, policy, remembered);
        return remembered;
      }
    }
    int held = current.charged().heldPermits();
    limits.beforeAuthentication(current, policy);
    Caller caller = null;
    if (required != null) {
      caller = credentials.check(current, required);
      // Not what another endpoint holds, whose log-in may still fail.
      current.charged().giveBackFrom(held);
    }
    limits.afterAuthentication(current, policy, caller);
    return caller;
  }

  /** Refuses because of what went wrong in here. */
  RefusedException undecided(
      CurrentExchange current, EndpointPolicy policy, RuntimeException failure) {
    log.error("The gate could not decide on {}; the request is refused", policy, failure);
    return current.refuse(Undecidable.because(failure.getClass().getName()));
  }

  void bind(CurrentExchange current) {
    CurrentExchange held = bound.get();
    // One that was closed on another thread stays here, and is over.
    if (held != null && !held.isClosed()) {
      throw new IllegalStateException("this thread has an open exchange already");
    }
    bound.set(current);
  }

  void unbind(CurrentExchange current) {
    if (bound.get() == current) {
      bound.remove();
    }
  }

  void giveBack(ChargedLimits charged) {
    try {
      charged.giveBackFrom(0);
    } catch (RuntimeException unreachable) {
      // The exchange is over; the client only waits longer than it had to.
      log.warn("Permits could not be given back", unreachable);
    }
  }

  SecurityEvents events() {
    return events;
  }

  private RefusedException refuseWithoutExchange(
      Refusal refusal, @Nullable EndpointPolicy endpoint) {
    return new RefusedException(refusal, events.refusedWithoutExchange(refusal, endpoint));
  }
}
