package dev.gatewright.runtime;

import dev.gatewright.runtime.caller.AcrValues;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.CallerPlans;
import dev.gatewright.runtime.caller.Revocations;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.charge.LimitCheck;
import dev.gatewright.runtime.event.SecurityEventSink;
import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.runtime.input.HibernateInputValidator;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.limit.EffectiveLimits;
import dev.gatewright.runtime.limit.LimitChange;
import dev.gatewright.runtime.limit.LimitListener;
import dev.gatewright.runtime.limit.RateLimitHeaders;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.limit.SharedLimitChanges;
import dev.gatewright.runtime.option.InvalidOptionException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Gate} is made of. Not thread-safe. */
public final class GateBuilder {
  private static final int DEFAULT_HELD_CALLS = 64;

  private final List<Authenticator> authenticators = new ArrayList<>();
  private final List<SecurityEventSink> sinks = new ArrayList<>();
  private Revocations revocations = Revocations.none();
  private TrustedProxies trustedProxies = TrustedProxies.none();
  private HttpsRequirement httpsRequirement = HttpsRequirement.REQUIRED;
  private InstantSource clock = InstantSource.system();
  private String realm = "api";
  private AcrValues acrValues = AcrValues.standard();
  private Map<String, LimitChange> limitChanges = Map.of();
  private final List<LimitListener> limitListeners = new ArrayList<>();
  private RateLimitHeaders limitHeaders = RateLimitHeaders.standard();
  private int heldCalls = DEFAULT_HELD_CALLS;
  private @Nullable SharedLimitChanges sharedLimitChanges;
  private @Nullable Challenger challenger;
  private Function<Class<?>, CallerPlans> callerPlans =
      type -> {
        throw new InvalidOptionException(
            "callerPlans", "is missing, but a limit asks " + type.getName(), "set it");
      };
  private @Nullable RateLimiter rateLimiter;
  private @Nullable InputValidator validator;

  /** Starts a gate that trusts no proxy, accepts no credential and wants HTTPS. */
  public GateBuilder() {}

  /** Accepts one more kind of credential. */
  public GateBuilder authenticator(Authenticator authenticator) {
    authenticators.add(authenticator);
    return this;
  }

  /** Knows of withdrawn credentials; by default none are withdrawn. */
  public GateBuilder revocations(Revocations newRevocations) {
    revocations = newRevocations;
    return this;
  }

  /** Counts the calls. Mandatory. */
  public GateBuilder rateLimiter(RateLimiter newRateLimiter) {
    rateLimiter = newRateLimiter;
    return this;
  }

  /**
   * Other numbers for limits than their annotations say, by what {@link EffectiveLimits} calls
   * them.
   */
  public GateBuilder limitChanges(Map<String, LimitChange> changes) {
    limitChanges = Map.copyOf(changes);
    return this;
  }

  /**
   * Where all instances of the application find what is changed of limits at run time; by default a
   * change holds in this process. {@link EffectiveLimits#refresh} takes over what others change;
   * adapters call it at the start and every few seconds.
   */
  public GateBuilder sharedLimitChanges(SharedLimitChanges changes) {
    sharedLimitChanges = changes;
    return this;
  }

  /** One more listener to what limits decide. */
  public GateBuilder limitListener(LimitListener listener) {
    limitListeners.add(listener);
    return this;
  }

  /** How limits are told to clients; by default {@link RateLimitHeaders#standard}. */
  public GateBuilder limitHeaders(RateLimitHeaders headers) {
    limitHeaders = headers;
    return this;
  }

  /**
   * How many calls limits with a {@code maxWait} may hold at the same time, each keeping its
   * thread; what comes beyond them is refused with 503. Default 64.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public GateBuilder heldCalls(int calls) {
    if (calls < 0) {
      throw new IllegalArgumentException("heldCalls is " + calls + ". Fix: use 0 or more.");
    }
    heldCalls = calls;
    return this;
  }

  /**
   * Finds what knows the plans of callers, by the class that limits name; asked once for each, when
   * an endpoint is made ready. By default nothing does.
   */
  public GateBuilder callerPlans(Function<Class<?>, CallerPlans> plans) {
    callerPlans = plans;
    return this;
  }

  /** Sets challenges to clients that reached a limit; by default none are set. */
  public GateBuilder challenger(Challenger newChallenger) {
    challenger = newChallenger;
    return this;
  }

  /** Validates arguments; by default {@link HibernateInputValidator#standard}. */
  public GateBuilder validator(InputValidator newValidator) {
    validator = newValidator;
    return this;
  }

  /**
   * Names the proxies that are believed about the client's address and HTTPS; by default none is.
   */
  public GateBuilder trustedProxies(TrustedProxies proxies) {
    trustedProxies = proxies;
    return this;
  }

  /** Whether requests must have come over HTTPS; by default all must. */
  public GateBuilder httpsRequirement(HttpsRequirement requirement) {
    httpsRequirement = requirement;
    return this;
  }

  /** One more receiver of security events. */
  public GateBuilder sink(SecurityEventSink sink) {
    sinks.add(sink);
    return this;
  }

  /** Wall time; by default the system's. */
  public GateBuilder clock(InstantSource newClock) {
    clock = newClock;
    return this;
  }

  /**
   * The protection space named in challenges (RFC 9110, section 11.5).
   *
   * @throws IllegalArgumentException if it holds a quote, a backslash or a control character
   */
  public GateBuilder realm(String newRealm) {
    if (newRealm.chars().anyMatch(c -> c < ' ' || c > '~' || c == '"' || c == '\\')) {
      throw new IllegalArgumentException(
          "the realm cannot be quoted in a header. Fix: use printable ASCII without \" and \\.");
    }
    realm = newRealm;
    return this;
  }

  /**
   * The authentication context classes that mean something here; by default {@link
   * AcrValues#standard}.
   */
  public GateBuilder acrValues(AcrValues values) {
    acrValues = values;
    return this;
  }

  /**
   * The gate.
   *
   * @throws IllegalArgumentException if two authenticators are for one scheme
   */
  public Gate build() {
    Set<Object> schemes = new HashSet<>();
    for (Authenticator authenticator : authenticators) {
      if (!schemes.add(authenticator.scheme())) {
        throw new IllegalArgumentException(
            "two authenticators are for " + authenticator.scheme() + ". Fix: keep one.");
      }
    }
    if (rateLimiter == null) {
      throw new IllegalArgumentException("no rate limiter. Fix: call rateLimiter(...).");
    }
    SecurityEvents events = new SecurityEvents(sinks, clock);
    EffectiveLimits limits =
        new EffectiveLimits(rateLimiter, limitChanges, sharedLimitChanges, events::changed);
    Challenges challenges = new Challenges(authenticators, realm);
    LimitCheck check =
        new LimitCheck(limits, challenger, heldCalls, limitHeaders, limitListeners, callerPlans);
    return new Gate(
        trustedProxies,
        limits,
        new StageOne(
            new TransportCheck(httpsRequirement),
            check,
            new CredentialCheck(authenticators, revocations, clock, acrValues, challenges),
            new AccessCheck(clock, acrValues, challenges),
            events,
            new FailedAuthentications(check, events)),
        validator != null ? validator : HibernateInputValidator.standard());
  }
}
