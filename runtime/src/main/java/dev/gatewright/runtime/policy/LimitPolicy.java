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
import org.jspecify.annotations.Nullable;

/**
 * Holds one limit of an endpoint, as its annotation said it. Immutable and thread-safe; generated
 * code builds it once.
 */
public final class LimitPolicy {
  private final String scope;
  private final String name;
  private final long permits;
  private final Duration period;
  private final Strategy strategy;
  private final LimitKey key;
  private final long burst;
  private final long cost;
  private final Counted counted;
  private final Duration maxWait;
  private final OnLimit onLimit;
  private final OnOutage onOutage;

  /** Checks what the compiler already did: a limit that can be made can be counted. */
  private LimitPolicy(Builder builder) {
    boolean ownBurst = builder.strategy.isWindow() && builder.burst == builder.permits;
    LimitDefinition definition = builder.definition(ownBurst ? 0 : builder.burst);
    requireFaultless(builder.scope, builder.name, definition);
    scope = builder.scope;
    name = builder.name;
    permits = builder.permits;
    period = builder.period;
    strategy = builder.strategy;
    key = builder.key;
    burst = definition.effectiveBurst();
    cost = builder.cost;
    counted = builder.counted;
    maxWait = builder.maxWait;
    onLimit = builder.onLimit;
    onOutage = builder.onOutage;
  }

  /** Starts a limit of this name: token bucket, by caller, every call costs one permit. */
  public static Builder named(String name) {
    return new Builder(name);
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

  /**
   * Returns what the limit belongs to: an endpoint, or a type whose endpoints share it; empty until
   * {@link EndpointPolicy} has taken the limit in.
   */
  public String scope() {
    return scope;
  }

  /** Returns the name in headers, events and configuration. */
  public String name() {
    return name;
  }

  /** Returns the permits per period. */
  public long permits() {
    return permits;
  }

  /** Returns the period. */
  public Duration period() {
    return period;
  }

  /** Returns how permits are given out. */
  public Strategy strategy() {
    return strategy;
  }

  /** Returns whose calls are counted together. */
  public LimitKey key() {
    return key;
  }

  /** Returns the permits that may be taken at once; {@link #permits} for the two windows. */
  public long burst() {
    return burst;
  }

  /** Returns the permits that one call takes. */
  public long cost() {
    return cost;
  }

  /** Returns which calls count. */
  public Counted counted() {
    return counted;
  }

  /** Returns how long a leaky bucket may hold a call until its permits have come; else zero. */
  public Duration maxWait() {
    return maxWait;
  }

  /** Returns what a call gets that is not granted. */
  public OnLimit onLimit() {
    return onLimit;
  }

  /** Returns what happens while the store of the counters cannot be reached. */
  public OnOutage onOutage() {
    return onOutage;
  }

  /** Returns what the annotation said, with the numbers that are in force. */
  public LimitDefinition definition() {
    return toBuilder().definition(strategy.isWindow() ? 0 : burst);
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

  /** Identifies the limit's counters: scope and name. */
  public String id() {
    return id(scope, name);
  }

  /** Whether both have the same {@link #id}, also with other numbers; makes no text. */
  public boolean hasIdOf(LimitPolicy other) {
    return name.equals(other.name) && scope.equals(other.scope);
  }

  /**
   * Returns the short form of {@link #id}, without packages and parameter types: {@code
   * Accounts.transfer#burst}, or {@code Accounts#all} where the endpoints of a type share it.
   */
  public String shortId() {
    int parameters = scope.indexOf('(');
    String owner = parameters < 0 ? scope : scope.substring(0, parameters);
    int method = parameters < 0 ? owner.length() : owner.lastIndexOf('.');
    return owner.substring(owner.lastIndexOf('.', method - 1) + 1) + "#" + name;
  }

  /** Tells whether that is how configuration calls it: by {@link #id}, {@link #shortId} or name. */
  public boolean isCalled(String text) {
    return text.equals(name) || text.equals(shortId()) || text.equals(id());
  }

  /** Returns the same limit with other numbers. */
  public LimitPolicy withNumbers(long newPermits, Duration newPeriod, long newBurst) {
    return new LimitPolicy(toBuilder().permits(newPermits, newPeriod).burst(newBurst));
  }

  /** Returns the same limit as another's: of an endpoint, or a type whose endpoints share it. */
  public LimitPolicy within(String newScope) {
    Builder builder = toBuilder();
    builder.scope = newScope;
    return new LimitPolicy(builder);
  }

  private Builder toBuilder() {
    Builder builder =
        new Builder(name)
            .permits(permits, period)
            .strategy(strategy)
            .key(key)
            .burst(burst)
            .cost(cost)
            .counted(counted)
            .maxWait(maxWait)
            .onLimit(onLimit)
            .onOutage(onOutage);
    builder.scope = scope;
    return builder;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof LimitPolicy that
            && permits == that.permits
            && burst == that.burst
            && cost == that.cost
            && strategy == that.strategy
            && key == that.key
            && counted == that.counted
            && onLimit == that.onLimit
            && onOutage == that.onOutage
            && name.equals(that.name)
            && scope.equals(that.scope)
            && period.equals(that.period)
            && maxWait.equals(that.maxWait));
  }

  /** Takes the parts by which limits differ, whose hashes are at hand. */
  @Override
  public int hashCode() {
    return 31 * (31 * scope.hashCode() + name.hashCode()) + Long.hashCode(permits);
  }

  @Override
  public String toString() {
    return String.format(
        "LimitPolicy[scope=%s, name=%s, permits=%s, period=%s, strategy=%s, key=%s, burst=%s,"
            + " cost=%s, counted=%s, maxWait=%s, onLimit=%s, onOutage=%s]",
        scope, name, permits, period, strategy, key, burst, cost, counted, maxWait, onLimit,
        onOutage);
  }

  /** Collects a limit's parts. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private String scope = "";
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

    /** Sets the permits of each period. */
    public Builder permits(long newPermits, Duration per) {
      permits = newPermits;
      period = per;
      return this;
    }

    /** Sets how permits are given out. */
    public Builder strategy(Strategy newStrategy) {
      strategy = newStrategy;
      return this;
    }

    /** Sets whose calls are counted together. */
    public Builder key(LimitKey newKey) {
      key = newKey;
      return this;
    }

    /** Sets the permits that may be taken at once. */
    public Builder burst(long newBurst) {
      burst = newBurst;
      return this;
    }

    /** Sets the permits that one call takes. */
    public Builder cost(long newCost) {
      cost = newCost;
      return this;
    }

    /** Sets which calls count. */
    public Builder counted(Counted newCounted) {
      counted = newCounted;
      return this;
    }

    /** Sets how long a call may be held until its permits have come. */
    public Builder maxWait(Duration newMaxWait) {
      maxWait = newMaxWait;
      return this;
    }

    /** Sets what a call gets that is not granted. */
    public Builder onLimit(OnLimit newOnLimit) {
      onLimit = newOnLimit;
      return this;
    }

    /** Sets what happens while the store of the counters cannot be reached. */
    public Builder onOutage(OnOutage newOnOutage) {
      onOutage = newOnOutage;
      return this;
    }

    private LimitDefinition definition(long writtenBurst) {
      return LimitDefinition.of(strategy, key)
          .counted(counted)
          .permits(permits, period)
          .burst(writtenBurst)
          .cost(cost)
          .maxWait(maxWait)
          .build();
    }

    /**
     * Makes the limit. A burst of 0 becomes the strategy's own.
     *
     * @throws IllegalArgumentException if its parts contradict each other, or are more than
     *     counters hold; names the limit, what is wrong and the fix
     */
    public LimitPolicy build() {
      // The limit itself cannot tell a window's burst that was written from its permits.
      requireFaultless(scope, name, definition(burst));
      return new LimitPolicy(this);
    }
  }
}
