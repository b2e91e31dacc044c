package dev.gatewright.runtime.limit;

import dev.gatewright.LimitKey;
import dev.gatewright.runtime.policy.LimitPolicy;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Counts in this process's memory, all four strategies. Thread-safe, and exact under concurrency: a
 * key never gets more than its permits.
 *
 * <p>Each limit has one table of counters, allocated when the limit is first used (or {@linkplain
 * #prepare prepared}) and never grown: 18 bytes a slot, so 1.2 MB with 65,536 slots. A key whose
 * slot is taken by another does not get its permits back; new keys start from the strictest of
 * those that lost their slots near them. A limit that more keys than slots are using up at the same
 * time therefore refuses newcomers early, never late: give it more slots than it has busy keys.
 *
 * <p>Checking a key that has a slot takes no lock and allocates nothing but the decision. Keys are
 * not kept, only 64-bit fingerprints of them under a random seed.
 *
 * <p>Limits with {@link LimitKey#GLOBAL} are kept by resilience4j, see {@link #globalLimits()}.
 *
 * <p>Windows start with this object, not with the wall clock's minute or day.
 */
public final class InProcessRateLimiter implements RateLimiter {
  private final MonotonicTime time;
  private final int slots;
  private final KeyFingerprint fingerprint = KeyFingerprint.random();
  private final GlobalLimits globalLimits;
  private final Map<LimitPolicy, LimitTable> tables = new ConcurrentHashMap<>();
  private final Map<String, LimitPolicy> limitsById = new ConcurrentHashMap<>();

  private InProcessRateLimiter(Builder builder) {
    this.time = new MonotonicTime(builder.nanoClock);
    this.slots = builder.slots;
    this.globalLimits = new GlobalLimits(time);
  }

  /** A limiter with 65,536 slots a limit, on {@link System#nanoTime()}. */
  public static InProcessRateLimiter create() {
    return builder().build();
  }

  /** Starts a limiter. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Makes a limit's counters ready, so that a limit that cannot be kept is known at start-up.
   *
   * @throws IllegalArgumentException if the counters cannot hold the limit's numbers, or another
   *     limit has the same id; names the limit, the bound and the fix
   */
  @Override
  public void prepare(LimitPolicy limit) {
    if (limit.key() == LimitKey.GLOBAL) {
      globalLimits.prepare(limit);
    } else {
      table(limit);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException as {@link #prepare} does
   */
  @Override
  public LimitDecision acquire(LimitPolicy limit, String key) {
    if (limit.key() == LimitKey.GLOBAL) {
      return globalLimits.acquire(limit);
    }
    return table(limit).acquire(fingerprint.of(key), time.nanos());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Does nothing where the window the permits were taken in is over, where the key has lost its
   * slot meanwhile, or where the limit is {@link LimitKey#GLOBAL}: resilience4j takes no permits
   * back. Ask global limits last, so that none has to be given back.
   */
  @Override
  public void giveBack(LimitDecision granted, String key) {
    LimitPolicy limit = granted.limit();
    if (granted.granted() && limit.key() != LimitKey.GLOBAL) {
      table(limit).giveBack(fingerprint.of(key), granted.decidedAtNanos());
    }
  }

  /**
   * The resilience4j limiters behind {@link LimitKey#GLOBAL}, one for each limit, named by {@link
   * LimitPolicy#id()}: bind metrics and listeners here. Limiters that others add are not used.
   */
  public RateLimiterRegistry globalLimits() {
    return globalLimits.registry();
  }

  private LimitTable table(LimitPolicy limit) {
    LimitTable table = tables.get(limit);
    return table != null ? table : tables.computeIfAbsent(limit, this::newTable);
  }

  private LimitTable newTable(LimitPolicy limit) {
    LimitAlgorithm algorithm = LimitAlgorithm.of(limit);
    LimitPolicy other = limitsById.putIfAbsent(limit.id(), limit);
    LimitAlgorithm.require(
        limit,
        other == null || other.equals(limit),
        "another limit has its name and other numbers",
        "rename one of the two");
    return new LimitTable(algorithm, slots);
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
