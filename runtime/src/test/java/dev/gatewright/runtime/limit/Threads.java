package dev.gatewright.runtime.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs one thing on many threads at once. */
final class Threads {
  static final int COUNT = 64;

  interface Task {
    void run(int thread) throws Exception;
  }

  private Threads() {}

  /** Starts {@link #COUNT} threads together, waits for them, and throws what any of them threw. */
  static void race(Task task) throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(COUNT);
    try {
      CountDownLatch ready = new CountDownLatch(COUNT);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
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
