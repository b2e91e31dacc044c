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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds one limit of an endpoint, as its annotation said it. Immutable and thread-safe; generated
 * code builds it once.
 *
 * @param scope what the limit belongs to: an endpoint, or a type whose endpoints share it; empty
 *     until {@link EndpointPolicy} has taken the limit in
 * @param name the name in headers, events and configuration
 * @param definition what the annotation said, with the numbers that are in force
 * @param onLimit what a call gets that is not granted
 * @param onOutage what happens while the store of the counters cannot be reached
 * @param plan the plans whose callers it holds for; null where it holds for everybody
 */
public record LimitPolicy(
    String scope,
    String name,
    LimitDefinition definition,
    OnLimit onLimit,
    OnOutage onOutage,
    @Nullable Plan plan) {

  /**
   * Checks what the compiler already did: a limit that can be made can be counted.
   *
   * @throws IllegalArgumentException if its parts contradict each other, or are more than counters
   *     hold; names the limit, what is wrong and the fix
   */
  public LimitPolicy {
    if (name.isBlank()) {
      throw refused(id(scope, name), definition, "its name is blank", "give it a name");
    }
    List<LimitFault> faults = definition.faults();
    if (!faults.isEmpty()) {
      LimitFault first = faults.get(0);
      throw refused(id(scope, name), definition, first.reason(), first.fix());
    }
    if (!definition.strategy().isWindow() && definition.burst() == 0) {
      // A burst that is written and the strategy's own are one limit.
      definition =
          definition.withNumbers(
              definition.permits(), definition.period(), definition.effectiveBurst());
    }
  }

  /** Starts a limit of this name: token bucket, by caller, every call costs one permit. */
  public static Builder named(String name) {
    return new Builder(name);
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

  /** Returns the permits per period. */
  public long permits() {
    return definition.permits();
  }

  /** Returns the period. */
  public Duration period() {
    return definition.period();
  }

  /** Returns how permits are given out. */
  public Strategy strategy() {
    return definition.strategy();
  }

  /** Returns whose calls are counted together. */
  public LimitKey key() {
    return definition.key();
  }

  /** Returns the permits that may be taken at once; {@link #permits} for the two windows. */
  public long burst() {
    return definition.effectiveBurst();
  }

  /** Returns the permits that one call takes. */
  public long cost() {
    return definition.cost();
  }

  /** Returns which calls count. */
  public Counted counted() {
    return definition.counted();
  }

  /** Returns how long a leaky bucket may hold a call until its permits have come; else zero. */
  public Duration maxWait() {
    return definition.maxWait();
  }

  /**
   * Refuses the limit where a condition does not hold by which some counter could keep it.
   *
   * @throws IllegalArgumentException unless the condition holds; names the limit, what is wrong and
   *     the fix
   */
  public void require(boolean condition, String otherwise, String fix) {
    if (!condition) {
      throw refused(id(), definition, otherwise, fix);
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

  /** Returns the same limit with other numbers; a window has no burst but its permits. */
  public LimitPolicy withNumbers(long newPermits, Duration newPeriod, long newBurst) {
    boolean ownBurst = strategy().isWindow() && newBurst == newPermits;
    LimitDefinition changed =
        definition.withNumbers(newPermits, newPeriod, ownBurst ? 0 : newBurst);
    return new LimitPolicy(scope, name, changed, onLimit, onOutage, plan);
  }

  /** Returns the same limit as another's: of an endpoint, or a type whose endpoints share it. */
  public LimitPolicy within(String newScope) {
    return new LimitPolicy(newScope, name, definition, onLimit, onOutage, plan);
  }

  /** Takes the parts by which limits differ, whose hashes are at hand. */
  @Override
  public int hashCode() {
    return 31 * (31 * scope.hashCode() + name.hashCode()) + Long.hashCode(permits());
  }

  /**
   * The plans whose callers a limit holds for.
   *
   * @param plans the {@code CallerPlans} that knows the plan of a caller
   * @param names the plans it holds for; where {@code others} is set, those it does not hold for
   * @param others whether it holds for callers of all other plans, of none, and for nobody known
   */
  public record Plan(Class<?> plans, Set<String> names, boolean others) {

    /** Copies what it is given. */
    public Plan {
      names = Set.copyOf(names);
    }

    /** Whether the limit holds for callers of this plan; null for none. */
    public boolean includes(@Nullable String plan) {
      return (plan != null && names.contains(plan)) != others;
    }
  }

  /** Collects a limit's parts. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private final LimitDefinition.Builder definition =
        LimitDefinition.of(Strategy.TOKEN_BUCKET, LimitKey.CALLER);
    private OnLimit onLimit = OnLimit.REFUSE;
    private OnOutage onOutage = OnOutage.DENY;
    private @Nullable Plan plan;

    private Builder(String name) {
      this.name = Objects.requireNonNull(name);
    }

    /** Sets the permits of each period. */
    public Builder permits(long newPermits, Duration per) {
      definition.permits(newPermits, per);
      return this;
    }

    /** Sets how permits are given out. */
    public Builder strategy(Strategy newStrategy) {
      definition.strategy(newStrategy);
      return this;
    }

    /** Sets whose calls are counted together. */
    public Builder key(LimitKey newKey) {
      definition.key(newKey);
      return this;
    }

    /** Sets the permits that may be taken at once. */
    public Builder burst(long newBurst) {
      definition.burst(newBurst);
      return this;
    }

    /** Sets the permits that one call takes. */
    public Builder cost(long newCost) {
      definition.cost(newCost);
      return this;
    }

    /** Sets which calls count. */
    public Builder counted(Counted newCounted) {
      definition.counted(newCounted);
      return this;
    }

    /** Sets how long a call may be held until its permits have come. */
    public Builder maxWait(Duration newMaxWait) {
      definition.maxWait(newMaxWait);
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

    /** Holds for callers of this plan only. */
    public Builder plan(Class<?> plans, String only) {
      plan = new Plan(plans, Set.of(only), false);
      return this;
    }

    /** Holds for callers of none of these plans, which other limits name. */
    public Builder otherPlans(Class<?> plans, String... named) {
      plan = new Plan(plans, Set.copyOf(List.of(named)), true);
      return this;
    }

    /**
     * Makes the limit. A burst of 0 becomes the strategy's own.
     *
     * @throws IllegalArgumentException if its parts contradict each other, or are more than
     *     counters hold; names the limit, what is wrong and the fix
     */
    public LimitPolicy build() {
      return new LimitPolicy("", name, definition.build(), onLimit, onOutage, plan);
    }
  }
}
