package dev.gatewright.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to admit one request under a limit by caller, all callers known beforehand.
 *
 * <p>Every limit here is too generous to refuse: a refusal is cheaper than an admission for some
 * peers and dearer for others, so mixing the two would compare nothing.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 2,
    // Touched before: in the first seconds of a new heap every page is a fault, which would be most
    // of what is measured where texts are new.
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LimitCheckBenchmark {

  /** Nothing but the key, which every figure below contains. */
  @Benchmark
  public String key(Keys keys, Keys.Draw draw) {
    return draw.from(keys);
  }

  /** The yardstick: see {@link GcraFloor}. */
  @Benchmark
  public boolean floor(Keys keys, Keys.Draw draw, Floor limit) {
    return limit.limiter.tryAcquire(draw.from(keys), System.nanoTime());
  }

  /** Resilience4j as its users limit by caller: one limiter per key, from the registry. */
  @Benchmark
  public boolean resilience4jRegistry(Keys keys, Keys.Draw draw, Resilience4j limit) {
    return limit.registry.rateLimiter(draw.from(keys)).acquirePermission();
  }

  /** Bucket4j as its documentation limits by key: a bucket per key in a cache that forgets. */
  @Benchmark
  public boolean bucket4jCaffeine(Keys keys, Keys.Draw draw, Bucket4jCaffeine limit) {
    return limit.buckets.get(draw.from(keys), limit.newBucket).tryConsume(1);
  }

  /** The same in a map that forgets nothing. */
  @Benchmark
  public boolean bucket4jMap(Keys keys, Keys.Draw draw, Bucket4jMap limit) {
    return limit.buckets.computeIfAbsent(draw.from(keys), limit.newBucket).tryConsume(1);
  }

  /** Gatewright's own, with a slot for every key and as many again. */
  @Benchmark
  public boolean gatewright(Keys keys, Keys.Draw draw, GatewrightCall call) {
    LimitCharge charge = call.charge();
    charge.key(0, draw.from(keys));
    return charge.acquire();
  }

  /** The hand-written limiter, knowing all keys. */
  @State(Scope.Benchmark)
  public static class Floor {

    private GcraFloor limiter = new GcraFloor(1, 1, 1);

    /** Lets every key in once. */
    @Setup
    public void fill(Keys keys) {
      limiter = new GcraFloor(keys.count, 1, TimeUnit.HOURS.toNanos(1));
      for (String key : keys.all()) {
        limiter.tryAcquire(key, System.nanoTime());
      }
    }
  }

  /** Gatewright's limiter, knowing all keys. */
  @State(Scope.Benchmark)
  public static class Gatewright {

    private final LimitPolicy policy =
        LimitPolicy.named("generous")
            .permits(10_000_000, Duration.ofSeconds(1))
            .burst(Duration.ofHours(1).toNanos() / 100)
            .build();

    private LimitGroup limits = InProcessRateLimiter.create().group(List.of(policy));

    /** Lets every key in once. */
    @Setup
    public void fill(Keys keys) {
      useAllStrategies();
      limits =
          InProcessRateLimiter.builder()
              .slotsPerLimit(Math.max(2 * keys.count, 8))
              .build()
              .group(List.of(policy));
      LimitCharge charge = limits.newCharge();
      for (String key : keys.all()) {
        charge.key(0, key);
        charge.acquire();
      }
    }

    /** As an application would, or the compiler would rely on there being only one. */
    private static void useAllStrategies() {
      List<LimitPolicy> all = new ArrayList<>();
      for (Strategy strategy : Strategy.values()) {
        all.add(
            LimitPolicy.named(strategy.name())
                .permits(60_000, Duration.ofMinutes(1))
                .strategy(strategy)
                .build());
        use(List.of(all.get(all.size() - 1)));
      }
      use(all);
    }

    private static void use(List<LimitPolicy> limits) {
      LimitCharge charge = InProcessRateLimiter.create().group(limits).newCharge();
      for (int call = 0; call < 50_000; call++) {
        for (int limit = 0; limit < limits.size(); limit++) {
          charge.key(limit, "key");
        }
        charge.acquire();
      }
    }
  }

  /**
   * One thread's charge, used for one call after the other.
   *
   * <p>An application makes one for each request, in memory of the thread that answers it. This one
   * lives on, and a garbage collector may move it beside what the other thread reads: whoever
   * shares that cache line would be measured, so it stands among others of its own thread.
   */
  @State(Scope.Thread)
  public static class GatewrightCall {
    private static final int NEIGHBOURS = 32;

    private final LimitCharge[] charges = new LimitCharge[NEIGHBOURS + 1 + NEIGHBOURS];

    /** Takes the limits that know all keys. */
    @Setup
    public void prepare(Gatewright limit) {
      for (int i = 0; i < charges.length; i++) {
        charges[i] = limit.limits.newCharge();
      }
      System.gc(); // Compacts in the order of addresses, and what is old then stays where it is.
    }

    LimitCharge charge() {
      return charges[NEIGHBOURS];
    }
  }

  /** The registry, knowing all keys. */
  @State(Scope.Benchmark)
  public static class Resilience4j {

    private final RateLimiterRegistry registry =
        RateLimiterRegistry.of(
            RateLimiterConfig.custom()
                .limitForPeriod(1_000_000_000)
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ZERO)
                .build());

    /** Lets every key in once. */
    @Setup
    public void fill(Keys keys) {
      for (String key : keys.all()) {
        registry.rateLimiter(key).acquirePermission();
      }
    }
  }

  /** A bucket as generous as the other limits. */
  private static Bucket newBucket(String key) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(TimeUnit.HOURS.toNanos(1))
                    .refillGreedy(1_000_000_000, Duration.ofSeconds(1)))
        .withNanosecondPrecision()
        .build();
  }

  /** Bucket4j in Caffeine with room for twice the keys, knowing all keys. */
  @State(Scope.Benchmark)
  public static class Bucket4jCaffeine {

    private final Function<String, Bucket> newBucket = LimitCheckBenchmark::newBucket;
    private Cache<String, Bucket> buckets = Caffeine.newBuilder().build();

    /** Lets every key in once. */
    @Setup
    public void fill(Keys keys) {
      buckets =
          Caffeine.newBuilder()
              .maximumSize(2L * keys.count)
              .expireAfterAccess(Duration.ofHours(1))
              .build();
      for (String key : keys.all()) {
        buckets.get(key, newBucket).tryConsume(1);
      }
    }
  }

  /** Bucket4j in a map, knowing all keys. */
  @State(Scope.Benchmark)
  public static class Bucket4jMap {

    private final Function<String, Bucket> newBucket = LimitCheckBenchmark::newBucket;
    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** Lets every key in once. */
    @Setup
    public void fill(Keys keys) {
      for (String key : keys.all()) {
        buckets.computeIfAbsent(key, newBucket).tryConsume(1);
      }
    }
  }
}
