package dev.gatewright.redis;

import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Counts in Redis, for all instances of an application together, all four strategies. Thread-safe,
 * and exact: whatever the number of instances and threads, a key never gets more than its permits.
 *
 * <p>The limits of a group are decided by one script in one round trip, by Redis's clock. Windows
 * begin with that clock's periods since 1970. A counter is forgotten once it says nothing any more.
 *
 * <p><b>Leases.</b> A limit may be {@linkplain Builder#leased leased}: then an instance charges
 * several calls at once, as many as come in 50 milliseconds and a 20th of the burst at most, and
 * grants them without asking. They are charged before they are granted, so no more than the limit
 * is ever granted; an instance that dies takes with it what it had not granted yet. While others
 * hold leases a call may be refused a little early.
 *
 * <p><b>Outages.</b> While Redis cannot be asked, a group of which all limits say {@link
 * dev.gatewright.OnOutage#IN_PROCESS} is decided in this process, by its share of the limits; for
 * others {@link RedisUnavailableException} is thrown. {@link RedisListener} is told of both.
 */
public final class RedisRateLimiter implements RateLimiter, AutoCloseable {
  private final ClusterSlots slots;
  private final Predicate<LimitPolicy> leased;
  private final StoredLimits stored;
  private final Refusals refusals;
  private final InProcessShare inProcess;
  private final Map<String, CurrentCounter> counters = new ConcurrentHashMap<>();

  private RedisRateLimiter(Builder builder) {
    this.slots = builder.slots;
    this.leased = builder.leased;
    this.stored =
        new StoredLimits(builder.connection, builder.slots, builder.leasedKeys, builder.clock);
    this.refusals = new Refusals(builder.rememberedRefusals);
    this.inProcess = new InProcessShare(builder.inProcess, builder.instances);
  }

  /** Starts a limiter on this connection, which stays the caller's to close. */
  public static Builder on(RedisConnection connection) {
    return new Builder(connection);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException also if the limits would lie in different slots of a cluster,
   *     see {@link Builder#slots}
   */
  @Override
  public LimitGroup group(List<LimitPolicy> limits) {
    if (slots == ClusterSlots.BY_KEY) {
      LimitPolicy first = limits.get(0);
      for (LimitPolicy limit : limits) {
        limit.require(
            limit.key() == first.key(),
            "it counts by another key than " + first.id() + ", in another slot of the cluster",
            "let both count by one key, or use ClusterSlots.ONE");
      }
    }
    List<CurrentCounter> current = limits.stream().map(this::counter).toList();
    boolean without = RedisLimitGroup.canDoWithout(limits);
    return new RedisLimitGroup(
        stored, refusals, limits, current, without ? inProcess.group(limits) : null);
  }

  @Override
  public void verify(LimitPolicy limit) {
    var unused = changed(limit);
    inProcess.verify(limit);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Changes this instance only; {@link RedisLimitChanges} tells the others. What is owed is
   * carried over in permits when the key next calls; a window's count enters the present window
   * where the period changes.
   *
   * @throws IllegalArgumentException also if the limit has another key or strategy, or counts other
   *     calls
   */
  @Override
  public void change(LimitPolicy limit) {
    Counter changed = changed(limit);
    inProcess.change(limit);
    Objects.requireNonNull(counters.get(limit.id())).become(changed);
  }

  private Counter changed(LimitPolicy limit) {
    CurrentCounter current = counters.get(limit.id());
    if (current == null) {
      throw new IllegalArgumentException(
          "no limit is called " + limit.id() + ". Fix: use the id of a limit that is in use.");
    }
    LimitPolicy before = current.get().limit();
    limit.require(
        limit.strategy() == before.strategy()
            && limit.key() == before.key()
            && limit.counted() == before.counted(),
        "its strategy, key and what it counts are part of the program",
        "change numbers only");
    return newCounter(limit);
  }

  /** Calls that were refused, with 503, as Redis could not be asked; since the start. */
  public long deniedCalls() {
    return stored.deniedCalls();
  }

  /** Calls that were decided in this process, as Redis could not be asked; since the start. */
  public long callsDecidedInProcess() {
    return stored.callsDecidedInProcess();
  }

  /** Gives back what is left of this instance's leases. */
  @Override
  public void close() {
    stored.close();
  }

  private CurrentCounter counter(LimitPolicy limit) {
    CurrentCounter counter =
        counters.computeIfAbsent(limit.id(), id -> new CurrentCounter(newCounter(limit)));
    limit.require(
        counter.get().limit().equals(limit),
        "another limit has its name and other numbers",
        "rename one of the two");
    return counter;
  }

  private Counter newCounter(LimitPolicy limit) {
    return Counter.of(limit, leased.test(limit) ? LeasePlan.of(limit) : LeasePlan.NONE);
  }

  /** Collects what a limiter needs. Not thread-safe. */
  public static final class Builder {
    private final RedisConnection connection;
    private ClusterSlots slots = ClusterSlots.ONE;
    private Predicate<LimitPolicy> leased = limit -> false;
    private int leasedKeys = 1 << 14;
    private int rememberedRefusals = 1 << 12;
    private int instances = 1;
    private InProcessRateLimiter inProcess = InProcessRateLimiter.create();
    private LimiterClock clock = LimiterClock.REAL;

    private Builder(RedisConnection connection) {
      this.connection = Objects.requireNonNull(connection);
    }

    /** How counters are spread over a cluster; {@link ClusterSlots#ONE} unless set. */
    public Builder slots(ClusterSlots newSlots) {
      slots = Objects.requireNonNull(newSlots);
      return this;
    }

    /**
     * Which limits are leased; none unless set. Those with a burst of less than 40 calls, with a
     * {@link LimitPolicy#maxWait}, or that are over within 20 milliseconds are not in any case.
     * Instances need not agree.
     */
    public Builder leased(Predicate<LimitPolicy> newLeased) {
      leased = Objects.requireNonNull(newLeased);
      return this;
    }

    /**
     * Keys that can have leases at once, 1 or more; 16,384 unless set, about 200 bytes each.
     *
     * @throws InvalidOptionException if there are fewer
     */
    public Builder leasedKeys(int keys) {
      Option.require(keys >= 1, "leasedKeys", "is less than 1", "use 16384");
      leasedKeys = keys;
      return this;
    }

    /**
     * Refusals that are remembered, for a second at most, 1 or more; 4,096 unless set, about 500
     * bytes each.
     *
     * @throws InvalidOptionException if there are fewer
     */
    public Builder rememberedRefusals(int refusals) {
      Option.require(refusals >= 1, "rememberedRefusals", "is less than 1", "use 4096");
      rememberedRefusals = refusals;
      return this;
    }

    /**
     * Instances of the application that share the limits, 1 or more, 1 unless set: while Redis
     * cannot be asked, each grants its share.
     *
     * @throws InvalidOptionException if there are fewer
     */
    public Builder instances(int count) {
      Option.require(count >= 1, "instances", "is less than 1", "use the number of instances");
      instances = count;
      return this;
    }

    /** Counts in this process while Redis cannot be asked; one with its defaults unless set. */
    public Builder inProcess(InProcessRateLimiter limiter) {
      inProcess = Objects.requireNonNull(limiter);
      return this;
    }

    Builder clock(LimiterClock newClock) {
      clock = newClock;
      return this;
    }

    /** The limiter. */
    public RedisRateLimiter build() {
      return new RedisRateLimiter(this);
    }
  }
}
