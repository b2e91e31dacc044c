package dev.gatewright.runtime.limit;

import dev.gatewright.LimitKey;
import dev.gatewright.runtime.policy.LimitPolicy;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Counts in this process's memory, all four strategies. Thread-safe, and exact under concurrency: a
 * key never gets more than its permits.
 *
 * <p>Each limit has one table of counters, allocated when the limit is first named in a {@linkplain
 * #group group} and never grown: 18 bytes a slot, so 1.2 MB with 65,536 slots. A key whose slot is
 * taken by another does not get its permits back; new keys start from the strictest of those that
 * lost their slots near them. A limit that more keys than slots are using up at the same time
 * therefore refuses newcomers early, never late: give it more slots than it has busy keys.
 *
 * <p>Checking a key that has a slot takes no lock and allocates nothing. Keys are not kept, only
 * 64-bit fingerprints of them under a random seed.
 *
 * <p>Limits with {@link LimitKey#GLOBAL} in fixed windows are kept by resilience4j, see {@link
 * #globalLimits()}; as it takes no permits back, they belong at the end of a group.
 *
 * <p>Windows start with this object, not with the wall clock's minute or day.
 */
public final class InProcessRateLimiter implements RateLimiter {
  private final MonotonicTime time;
  private final int slots;
  private final KeyFingerprint fingerprint = KeyFingerprint.random();
  private final RateLimiterRegistry globalLimits = RateLimiterRegistry.ofDefaults();
  private final Map<String, CurrentCounter> counters = new ConcurrentHashMap<>();

  private InProcessRateLimiter(Builder builder) {
    this.time = new MonotonicTime(builder.nanoClock);
    this.slots = builder.slots;
  }

  /** A limiter with 65,536 slots a limit, on {@link System#nanoTime()}. */
  public static InProcessRateLimiter create() {
    return builder().build();
  }

  /** Starts a limiter. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public LimitGroup group(List<LimitPolicy> limits) {
    return new InProcessGroup(
        limits, limits.stream().map(this::counter).toList(), fingerprint, time);
  }

  @Override
  public void change(LimitPolicy limit) {
    CurrentCounter counter = counters.get(limit.id());
    if (counter == null) {
      throw new IllegalArgumentException(
          "no limit is called " + limit.id() + ". Fix: use the id of a limit that is in use.");
    }
    counter.become(limit, newCounter(limit));
  }

  /**
   * The resilience4j limiters behind {@link LimitKey#GLOBAL} in fixed windows, one for each limit,
   * named by {@link LimitPolicy#id()}: bind metrics and listeners here. Limiters that others add
   * are not used.
   */
  public RateLimiterRegistry globalLimits() {
    return globalLimits;
  }

  private CurrentCounter counter(LimitPolicy limit) {
    CurrentCounter counter =
        counters.computeIfAbsent(limit.id(), id -> new CurrentCounter(limit, newCounter(limit)));
    LimitAlgorithm.require(
        limit,
        counter.limit().equals(limit),
        "another limit has its name and other numbers",
        "rename one of the two");
    return counter;
  }

  private LimitCounter newCounter(LimitPolicy limit) {
    if (GlobalCounter.keeps(limit)) {
      return new GlobalCounter(limit, time, globalLimits);
    }
    boolean oneKey = limit.key() == LimitKey.GLOBAL;
    return new LimitTable(LimitAlgorithm.of(limit), oneKey ? LimitTable.SLOTS_PER_SET : slots);
  }

  /** Collects what a limiter needs. Not thread-safe. */
  public static final class Builder {
    private static final int MAX_SLOTS = 1 << 26;

    private int slots = 1 << 16;
    private LongSupplier nanoClock = System::nanoTime;

    private Builder() {}

    /**
     * Keys that each limit can tell apart, from 8 to 67,108,864, rounded up to a multiple of 8; 18
     * bytes each. Default 65,536.
     *
     * @throws IllegalArgumentException if there are fewer or more
     */
    public Builder slotsPerLimit(int newSlots) {
      if (newSlots < LimitTable.SLOTS_PER_SET || newSlots > MAX_SLOTS) {
        throw new IllegalArgumentException(
            "slotsPerLimit is %d. Fix: use a number from %d to %d."
                .formatted(newSlots, LimitTable.SLOTS_PER_SET, MAX_SLOTS));
      }
      slots = -Math.floorDiv(-newSlots, LimitTable.SLOTS_PER_SET) * LimitTable.SLOTS_PER_SET;
      return this;
    }

    /**
     * Nanoseconds from any origin, never running backwards; may overflow, as {@link
     * System#nanoTime()} does. While it is behind what it once said, time stands still.
     */
    public Builder nanoClock(LongSupplier newClock) {
      nanoClock = Objects.requireNonNull(newClock);
      return this;
    }

    /** The limiter. */
    public InProcessRateLimiter build() {
      return new InProcessRateLimiter(this);
    }
  }
}
