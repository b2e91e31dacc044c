package dev.gatewright.runtime;

import dev.gatewright.runtime.caller.AcrValues;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Revocations;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.event.SecurityEventSink;
import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.runtime.input.HibernateInputValidator;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.limit.EffectiveLimits;
import dev.gatewright.runtime.limit.LimitChange;
import dev.gatewright.runtime.limit.LimitListener;
import dev.gatewright.runtime.limit.LimitRefresh;
import dev.gatewright.runtime.limit.RateLimitHeaders;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.limit.SharedLimitChanges;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Gate} is made of. Not thread-safe. */
public final class GateBuilder {
  private static final int DEFAULT_HELD_CALLS = 64;

  final List<Authenticator> authenticators = new ArrayList<>();
  final List<SecurityEventSink> sinks = new ArrayList<>();
  Revocations revocations = Revocations.none();
  TrustedProxies trustedProxies = TrustedProxies.none();
  HttpsRequirement httpsRequirement = HttpsRequirement.REQUIRED;
  InstantSource clock = InstantSource.system();
  String realm = "api";
  AcrValues acrValues = AcrValues.standard();
  Map<String, LimitChange> limitChanges = Map.of();
  final List<LimitListener> limitListeners = new ArrayList<>();
  RateLimitHeaders limitHeaders = RateLimitHeaders.standard();
  int heldCalls = DEFAULT_HELD_CALLS;
  @Nullable SharedLimitChanges sharedLimitChanges;
  @Nullable Challenger challenger;
  @Nullable RateLimiter chosenRateLimiter;
  @Nullable InputValidator chosenValidator;

  GateBuilder() {}

  /** Accepts one more kind of credential. */
  public GateBuilder authenticator(Authenticator authenticator) {
    authenticators.add(authenticator);
    return this;
  }

  /** Who knows of withdrawn credentials; by default none are. */
  public GateBuilder revocations(Revocations newRevocations) {
    revocations = newRevocations;
    return this;
  }

  /** Who counts; mandatory. */
  public GateBuilder rateLimiter(RateLimiter rateLimiter) {
    chosenRateLimiter = rateLimiter;
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
   * change holds in this process. A {@link LimitRefresh} on {@link Gate#limits} takes over what
   * others change.
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

  /** Who sets challenges to clients that reached a limit; by default nobody does. */
  public GateBuilder challenger(Challenger newChallenger) {
    challenger = newChallenger;
    return this;
  }

  /** Who validates; by default {@link HibernateInputValidator#standard}. */
  public GateBuilder validator(InputValidator validator) {
    chosenValidator = validator;
    return this;
  }

  /** Whose word on the client's address and on HTTPS is taken; by default nobody's. */
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
    realm = quotable("realm", newRealm);
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

  private static String quotable(String what, String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c > '~' || c == '"' || c == '\\')) {
      throw new IllegalArgumentException(
          "the "
              + what
              + " cannot be quoted in a header. Fix: use printable ASCII without \" and \\.");
    }
    return text;
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
    return new Gate(this);
  }

  RateLimiter rateLimiter() {
    if (chosenRateLimiter == null) {
      throw new IllegalArgumentException("no rate limiter. Fix: call rateLimiter(...).");
    }
    return chosenRateLimiter;
  }

  InputValidator validator() {
    return chosenValidator != null ? chosenValidator : HibernateInputValidator.standard();
  }
}
