package dev.gatewright.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs one thing on many threads at once. */
final class Threads {

  interface Task {
    void run(int thread) throws Exception;
  }

  private Threads() {}

  /** Starts so many threads together, waits for them, and throws what any of them threw. */
  static void race(int count, Task task) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(count);
    try {
      CountDownLatch ready = new CountDownLatch(count);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int thread = i;
        running.add(
            executor.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  task.run(thread);
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      executor.shutdownNow();
      executor.awaitTermination(10, TimeUnit.SECONDS);
    }
  }
}
