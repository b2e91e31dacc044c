package dev.gatewright.redis;

import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A JVM of its own that asks for one limit on many threads, and prints how many calls were granted,
 * when it began and when it ended, in milliseconds since 1970.
 */
final class Hammer {
  static final String KEY = "caller:alice";

  private Hammer() {}

  /** What a JVM printed. */
  record Result(long granted, long began, long ended) {}

  /**
   * Redis's port, whether leased, permits, the period in milliseconds, threads; then how long it
   * asks in milliseconds, and after how many refusals a thread stops before that.
   */
  public static void main(String[] args) throws Exception {
    LimitPolicy limit =
        LimitPolicy.named("shared")
            .permits(Long.parseLong(args[2]), Duration.ofMillis(Long.parseLong(args[3])))
            .build();
    LongAdder granted = new LongAdder();
    long began;
    long ended;
    try (RedisConnection connection =
            RedisConnection.to(RedisURI.create("127.0.0.1", Integer.parseInt(args[0])))
                .fingerprintSecret(Connections.SECRET)
                .commandDeadline(Duration.ofSeconds(10))
                .connect();
        RedisRateLimiter limiter =
            RedisRateLimiter.on(connection).leased(any -> Boolean.parseBoolean(args[1])).build()) {
      LimitGroup group = limiter.group(List.of(limit));
      began = System.currentTimeMillis();
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[5]));
      Threads.race(
          Integer.parseInt(args[4]),
          thread -> {
            LimitCharge charge = group.newCharge();
            long refusals = Long.parseLong(args[6]);
            while (refusals > 0 && System.nanoTime() < end) {
              charge.key(0, KEY);
              if (charge.acquire()) {
                granted.increment();
              } else {
                refusals--;
              }
            }
          });
      ended = System.currentTimeMillis();
    }
    System.out.println(granted.sum() + " " + began + " " + ended);
  }

  /** Runs so many JVMs at the same time. */
  static List<Result> run(int processes, Object... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Hammer.class.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    List<Process> running = new ArrayList<>();
    try {
      for (int i = 0; i < processes; i++) {
        running.add(
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
      }
      List<Result> results = new ArrayList<>();
      for (Process process : running) {
        results.add(result(process));
      }
      return results;
    } finally {
      running.forEach(Process::destroyForcibly);
    }
  }

  private static Result result(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    String[] lines = output.strip().split("\n", -1);
    String[] numbers = lines[lines.length - 1].split(" ", -1);
    return new Result(
        Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
  }
}
