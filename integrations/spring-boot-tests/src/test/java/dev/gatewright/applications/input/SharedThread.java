package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Runs one task after another, all in the thread of the request whose task came first. */
@RestController
public class SharedThread {
  private final Deferred.Safe safe;
  private final CompletableFuture<Thread> keeperIsAtWork = new CompletableFuture<>();
  private final CountDownLatch keeperMayFinish = new CountDownLatch(1);
  private final CompletableFuture<Thread> strangerIsAtWork = new CompletableFuture<>();

  SharedThread(Deferred.Safe safe) {
    this.safe = safe;
  }

  /** The thread of the keeper's task. */
  public CompletableFuture<Thread> keeperIsAtWork() {
    return keeperIsAtWork;
  }

  /** Lets the keeper's task end, after which those of others come. */
  public void letKeeperFinish() {
    keeperMayFinish.countDown();
  }

  /** The thread of a stranger's task. */
  public CompletableFuture<Thread> strangerIsAtWork() {
    return strangerIsAtWork;
  }

  @GetMapping("/keepers")
  @Secured(roles = "keeper")
  Callable<String> keepers() {
    return () -> {
      keeperIsAtWork.complete(Thread.currentThread());
      return keeperMayFinish.await(10, TimeUnit.SECONDS) ? safe.open() : "nobody came";
    };
  }

  @GetMapping("/strangers")
  @Public(reason = "the safe is guarded itself")
  Callable<String> strangers() {
    return () -> {
      strangerIsAtWork.complete(Thread.currentThread());
      return safe.open();
    };
  }

  @Configuration(proxyBeanMethods = false)
  public static class OneAfterAnother implements WebMvcConfigurer {
    private final Sequence sequence = new Sequence();

    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
      configurer.setTaskExecutor(new TaskExecutorAdapter(sequence));
    }

    /** Waits until a task comes after the one that runs. */
    public void awaitTask() throws InterruptedException {
      sequence.awaitTask();
    }
  }

  private static final class Sequence implements Executor {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    @Override
    public void execute(Runnable task) {
      synchronized (this) {
        tasks.add(task);
        notifyAll();
        if (running) {
          return;
        }
        running = true;
      }
      for (Runnable next = next(); next != null; next = next()) {
        next.run();
      }
    }

    synchronized void awaitTask() throws InterruptedException {
      while (tasks.isEmpty()) {
        wait();
      }
    }

    private synchronized @Nullable Runnable next() {
      Runnable next = tasks.poll();
      running = next != null;
      return next;
    }
  }
}
