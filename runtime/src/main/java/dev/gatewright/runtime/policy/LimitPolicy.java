package dev.gatewright.runtime.policy;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.Strategy;
import java.time.Duration;
import java.util.Objects;

/**
 * One limit of an endpoint, as its annotation said it. Immutable; generated code builds it once.
 *
 * @param scope what the limit belongs to: an endpoint, or a type whose endpoints share it; empty
 *     until {@link EndpointPolicy} has taken the limit in
 * @param name name in headers, events and configuration
 * @param permits permits per period, at least 1
 * @param period the period, at least a millisecond
 * @param strategy how permits are given out
 * @param key whose calls are counted together
 * @param burst permits that may be taken at once; equal to {@code permits} for the two windows
 * @param cost permits that one call takes, from 1 to {@code burst}
 * @param counted which calls count
 * @param maxWait how long a call may be held until its permits have come; zero unless it is a leaky
 *     bucket
 * @param onLimit what a call gets that is not granted
 * @param onOutage what happens while the store of the counters cannot be reached
 */
public record LimitPolicy(
    String scope,
    String name,
    long permits,
    Duration period,
    Strategy strategy,
    LimitKey key,
    long burst,
    long cost,
    Counted counted,
    Duration maxWait,
    OnLimit onLimit,
    OnOutage onOutage) {

  /** The longest that a call may be held. */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /**
   * Checks the numbers against each other, as the compiler already did.
   *
   * @throws IllegalArgumentException if they contradict each other
   */
  public LimitPolicy {
    require(!name.isBlank(), "name is blank");
    require(permits >= 1, "permits is below 1");
    require(period.toMillis() >= 1, "period is shorter than a millisecond");
    require(cost >= 1 && cost <= burst, "cost is not between 1 and burst");
    require(
        !maxWait.isNegative() && maxWait.compareTo(LONGEST_WAIT) <= 0,
        "maxWait is not between 0 and 30 seconds");
    require(
        maxWait.isZero() || strategy == Strategy.LEAKY_BUCKET, "maxWait is for leaky buckets only");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException("limit: " + otherwise);
    }
  }

  /** Starts a limit of this name: token bucket, by caller, every call costs one permit. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** Identifies the limit's counters: scope and name. */
  public String id() {
    return scope + "#" + name;
  }

  /**
   * The short form of {@link #id}, without packages and parameter types: {@code
   * Accounts.transfer#burst}, or {@code Accounts#all} where the endpoints of a type share it.
   */
  public String shortId() {
    int parameters = scope.indexOf('(');
    String owner = parameters < 0 ? scope : scope.substring(0, parameters);
    int method = parameters < 0 ? owner.length() : owner.lastIndexOf('.');
    return owner.substring(owner.lastIndexOf('.', method - 1) + 1) + "#" + name;
  }

  /** Whether that is how configuration calls it: by {@link #id}, {@link #shortId} or name. */
  public boolean isCalled(String text) {
    return text.equals(name) || text.equals(shortId()) || text.equals(id());
  }

  /** The same limit with other numbers. */
  public LimitPolicy withNumbers(long newPermits, Duration newPeriod, long newBurst) {
    return with(scope, newPermits, newPeriod, newBurst);
  }

  /** The same limit as another's: of an endpoint, or a type whose endpoints share it. */
  public LimitPolicy within(String newScope) {
    return with(newScope, permits, period, burst);
  }

  private LimitPolicy with(String newScope, long newPermits, Duration newPeriod, long newBurst) {
    return new LimitPolicy(
        newScope,
        name,
        newPermits,
        newPeriod,
        strategy,
        key,
        newBurst,
        cost,
        counted,
        maxWait,
        onLimit,
        onOutage);
  }

  /** Collects a limit's parts. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private long permits;
    private Duration period = Duration.ZERO;
    private Strategy strategy = Strategy.TOKEN_BUCKET;
    private LimitKey key = LimitKey.CALLER;
    private long burst;
    private long cost = 1;
    private Counted counted = Counted.EVERY_CALL;
    private Duration maxWait = Duration.ZERO;
    private OnLimit onLimit = OnLimit.REFUSE;
    private OnOutage onOutage = OnOutage.DENY;

    private Builder(String name) {
      this.name = Objects.requireNonNull(name);
    }

    /** So many permits in each period. */
    public Builder permits(long newPermits, Duration per) {
      permits = newPermits;
      period = per;
      return this;
    }

    /** How permits are given out. */
    public Builder strategy(Strategy newStrategy) {
      strategy = newStrategy;
      return this;
    }

    /** Whose calls are counted together. */
    public Builder key(LimitKey newKey) {
      key = newKey;
      return this;
    }

    /** Permits that may be taken at once. */
    public Builder burst(long newBurst) {
      burst = newBurst;
      return this;
    }

    /** Permits that one call takes. */
    public Builder cost(long newCost) {
      cost = newCost;
      return this;
    }

    /** Which calls count. */
    public Builder counted(Counted newCounted) {
      counted = newCounted;
      return this;
    }

    /** How long a call may be held until its permits have come. */
    public Builder maxWait(Duration newMaxWait) {
      maxWait = newMaxWait;
      return this;
    }

    /** What a call gets that is not granted. */
    public Builder onLimit(OnLimit newOnLimit) {
      onLimit = newOnLimit;
      return this;
    }

    /** What happens while the store of the counters cannot be reached. */
    public Builder onOutage(OnOutage newOnOutage) {
      onOutage = newOnOutage;
      return this;
    }

    /**
     * The limit.
     *
     * @throws IllegalArgumentException if its parts contradict each other
     */
    public LimitPolicy build() {
      long effectiveBurst = burst;
      if (burst == 0) {
        effectiveBurst = strategy == Strategy.LEAKY_BUCKET ? cost : permits;
      }
      return new LimitPolicy(
          "",
          name,
          permits,
          period,
          strategy,
          key,
          effectiveBurst,
          cost,
          counted,
          maxWait,
          onLimit,
          onOutage);
    }
  }
}
