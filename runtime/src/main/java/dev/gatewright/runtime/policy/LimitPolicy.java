package dev.gatewright.runtime.policy;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.Strategy;
import dev.gatewright.limit.LimitDefinition;
import dev.gatewright.limit.LimitFault;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * One limit of an endpoint, as its annotation said it. Immutable; generated code builds it once.
 *
 * @param scope what the limit belongs to: an endpoint, or a type whose endpoints share it; empty
 *     until {@link EndpointPolicy} has taken the limit in
 * @param name name in headers, events and configuration
 * @param permits permits per period
 * @param period the period
 * @param strategy how permits are given out
 * @param key whose calls are counted together
 * @param burst permits that may be taken at once; equal to {@code permits} for the two windows
 * @param cost permits that one call takes
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

  /**
   * Checks what the compiler already did: a limit that can be made can be counted. A burst of 0
   * becomes the strategy's own.
   *
   * @throws IllegalArgumentException if its values contradict each other, or are more than counters
   *     hold; names the limit, what is wrong and the fix
   */
  public LimitPolicy {
    boolean ownBurst = strategy.isWindow() && burst == permits;
    LimitDefinition definition =
        new LimitDefinition(
            strategy, key, counted, permits, period, ownBurst ? 0 : burst, cost, maxWait);
    requireFaultless(scope, name, definition);
    burst = definition.effectiveBurst();
  }

  private static void requireFaultless(String scope, String name, LimitDefinition definition) {
    if (name.isBlank()) {
      throw refused(id(scope, name), definition, "its name is blank", "give it a name");
    }
    List<LimitFault> faults = definition.faults();
    if (!faults.isEmpty()) {
      LimitFault first = faults.get(0);
      throw refused(id(scope, name), definition, first.reason(), first.fix());
    }
  }

  private static IllegalArgumentException refused(
      String id, LimitDefinition definition, String reason, String fix) {
    return new IllegalArgumentException(
        "limit %s (%d permits per %s, %s) cannot be kept: %s. Fix: %s."
            .formatted(
                id, definition.permits(), definition.period(), definition.strategy(), reason, fix));
  }

  private static String id(String scope, String name) {
    return scope + "#" + name;
  }

  /** What the annotation said, with the numbers that are in force. */
  public LimitDefinition definition() {
    return new LimitDefinition(
        strategy, key, counted, permits, period, strategy.isWindow() ? 0 : burst, cost, maxWait);
  }

  /**
   * Refuses the limit where a condition does not hold by which some counter could keep it.
   *
   * @throws IllegalArgumentException unless the condition holds; names the limit, what is wrong and
   *     the fix
   */
  public void require(boolean condition, String otherwise, String fix) {
    if (!condition) {
      throw refused(id(), definition(), otherwise, fix);
    }
  }

  /** Starts a limit of this name: token bucket, by caller, every call costs one permit. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** Identifies the limit's counters: scope and name. */
  public String id() {
    return id(scope, name);
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
      LimitDefinition written =
          new LimitDefinition(strategy, key, counted, permits, period, burst, cost, maxWait);
      // The limit itself cannot tell a window's burst that was written from its permits.
      requireFaultless("", name, written);
      return new LimitPolicy(
          "", name, permits, period, strategy, key, burst, cost, counted, maxWait, onLimit,
          onOutage);
    }
  }
}
