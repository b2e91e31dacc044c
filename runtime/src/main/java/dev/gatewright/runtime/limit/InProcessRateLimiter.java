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
 * therefore refuses newcomers early, never late: give it more slots than it has busy keys, or be
 * {@linkplain Eviction#LENIENT lenient}.
 *
 * <p>Checking a key that has a slot takes no lock and allocates nothing. Keys are not kept, only
 * 64-bit fingerprints of them under a random seed.
 *
 * <p>Limits with {@link LimitKey#GLOBAL} in fixed windows that count every call are kept by
 * resilience4j, see {@link #globalLimits()}; the other global ones take 144 bytes each.
 *
 * <p>Windows start with this object, not with the wall clock's minute or day.
 */
public final class InProcessRateLimiter implements RateLimiter {
  private final MonotonicTime time;
  private final int slots;
  private final Eviction eviction;
  private final KeyFingerprint fingerprint = KeyFingerprint.random();
  private final RateLimiterRegistry globalLimits = RateLimiterRegistry.ofDefaults();
  private final Map<String, CurrentCounter> counters = new ConcurrentHashMap<>();

  private InProcessRateLimiter(Builder builder) {
    this.time = new MonotonicTime(builder.nanoClock);
    this.slots = builder.slots;
    this.eviction = builder.eviction;
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
    CurrentCounter[] counted = limits.stream().map(this::counter).toArray(CurrentCounter[]::new);
    return new InProcessGroup(List.copyOf(limits), counted, fingerprint, time);
  }

  @Override
  public void verify(LimitPolicy limit) {
    var unused = toChange(limit); // Its numbers were checked when it was made.
  }

  /**
   * {@inheritDoc}
   *
   * <p>What is owed is carried over in permits, at most as many as there now are; the count of a
   * window goes on where the period stays, and enters the present window where it does not. No
   * check waits for a change longer than it takes to carry eight keys over. Until all are, which
   * takes about a millisecond for 65,536 slots, the limit takes up its memory twice. A permit that
   * was taken just before a change may not come back.
   *
   * @throws IllegalArgumentException also if the limit has another key or strategy, or counts other
   *     calls
   */
  @Override
  public synchronized void change(LimitPolicy limit) {
    CurrentCounter current = toChange(limit);
    if (current.counter() instanceof GlobalCounter counter) {
      current.become(limit, new GlobalCounter(limit, time, globalLimits, counter));
    } else if (current.counter() instanceof LimitTable counter) {
      LimitTable table = new LimitTable(StrategyAlgorithms.of(limit), counter);
      current.become(limit, table);
      table.takeOver(time.nanos());
    }
  }

  private CurrentCounter toChange(LimitPolicy limit) {
    CurrentCounter current = counters.get(limit.id());
    if (current == null) {
      throw new IllegalArgumentException(
          "no limit is called " + limit.id() + ". Fix: use the id of a limit that is in use.");
    }
    LimitPolicy before = current.limit();
    limit.require(
        limit.strategy() == before.strategy()
            && limit.key() == before.key()
            && limit.counted() == before.counted(),
        "its strategy, key and what it counts are part of the program",
        "change numbers only");
    return current;
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
    limit.require(
        counter.limit().equals(limit),
        "another limit has its name and other numbers",
        "rename one of the two");
    return counter;
  }

  private LimitCounter newCounter(LimitPolicy limit) {
    if (limit.definition().isGlobalWindow()) {
      return new GlobalCounter(limit, time, globalLimits);
    }
    LimitAlgorithm algorithm = StrategyAlgorithms.of(limit);
    return limit.key() == LimitKey.GLOBAL
        ? LimitTable.ofOneKey(algorithm)
        : new LimitTable(algorithm, slots, eviction);
  }

  /** Limits counted in this process and decided together. Thread-safe. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record InProcessGroup(
      List<LimitPolicy> limits,
      CurrentCounter[] counters,
      KeyFingerprint fingerprint,
      MonotonicTime time)
      implements LimitGroup {

    @Override
    public LimitCharge newCharge() {
      return counters.length == 1
          ? new SingleCharge(counters[0], fingerprint, time)
          : new InProcessCharge(counters, fingerprint, time);
    }
  }

  /** Collects what a limiter needs. Not thread-safe. */
  public static final class Builder {
    private static final int MAX_SLOTS = 1 << 26;

    private int slots = 1 << 16;
    private Eviction eviction = Eviction.STRICT;
    private LongSupplier nanoClock = System::nanoTime;

    private Builder() {}

    /**
     * Keys that each limit can tell apart, from 8 to 67,108,864, rounded up to a multiple of 8; 18
     * bytes each. Default 65,536.
     *
     * @throws IllegalArgumentException if there are fewer or more
     */
    public Builder slotsPerLimit(int newSlots) {
      if (newSlots < SlotSets.SLOTS_PER_SET || newSlots > MAX_SLOTS) {
        throw new IllegalArgumentException(
            "slotsPerLimit is %d. Fix: use a number from %d to %d."
                .formatted(newSlots, SlotSets.SLOTS_PER_SET, MAX_SLOTS));
      }
      slots = -Math.floorDiv(-newSlots, SlotSets.SLOTS_PER_SET) * SlotSets.SLOTS_PER_SET;
      return this;
    }

    /** What a key starts with that finds no free slot. Default {@link Eviction#STRICT}. */
    public Builder eviction(Eviction newEviction) {
      eviction = Objects.requireNonNull(newEviction);
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
