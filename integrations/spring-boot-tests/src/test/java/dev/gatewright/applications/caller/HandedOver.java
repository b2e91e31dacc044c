package dev.gatewright.applications.caller;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.spring.caller.CurrentCaller;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Endpoints that hand work over to other threads, by each way that Spring has. */
public final class HandedOver {
  private HandedOver() {}

  /** How an endpoint hands a task over. */
  public enum Way {
    /** By {@code @Async}, with a result. */
    ASYNC,
    /** By {@code @Async}, without one. */
    ASYNC_VOID,
    /** By {@code CompletableFuture} and the application's executor. */
    SUPPLY,
    /** By {@code CompletableFuture} and the application's executor, in two steps. */
    SUPPLY_THEN_APPLY,
    /** To the application's executor itself. */
    SUBMIT,
    /** By a task of a task. */
    SUBMIT_TWICE,
    /** In the thread of the request, which an executor may run tasks in. */
    SAME_THREAD,
    /** To an executor of its own that always propagates. */
    DECORATED,
    /** To the pool that all of the process shares, which propagates nothing. */
    COMMON_POOL
  }

  /** Asks who is calling, knowing no request. */
  @Component
  public static class Who {
    private final CurrentCaller current;

    Who(CurrentCaller current) {
      this.current = current;
    }

    /** The caller, and what log lines show. */
    public String now() {
      Caller caller = current.caller();
      return (caller == null ? "nobody" : caller.subject()) + " " + MDC.get("correlationId");
    }
  }

  @Component
  public static class Later {
    private final Who who;

    Later(Who who) {
      this.who = who;
    }

    @Async
    public CompletableFuture<String> now() {
      return CompletableFuture.completedFuture(who.now());
    }

    @Async
    public void now(CompletableFuture<String> result) {
      result.complete(who.now());
    }
  }

  @Component
  public static class Safe {
    @Secured
    public String open() {
      return "opened";
    }
  }

  /** What the endpoints hand over. */
  @Component
  public static class Tasks {
    private final Who who;
    private final Later later;
    private final AsyncTaskExecutor executor;
    private final AsyncTaskExecutor decorated;

    Tasks(
        Who who,
        Later later,
        @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor,
        @Qualifier("decorated") AsyncTaskExecutor decorated) {
      this.who = who;
      this.later = later;
      this.executor = executor;
      this.decorated = decorated;
    }

    CompletableFuture<String> handOver(Way way) {
      return switch (way) {
        case ASYNC -> later.now();
        case ASYNC_VOID -> {
          CompletableFuture<String> result = new CompletableFuture<>();
          later.now(result);
          yield result;
        }
        case SUPPLY -> CompletableFuture.supplyAsync(who::now, executor);
        case SUPPLY_THEN_APPLY ->
            CompletableFuture.runAsync(() -> {}, executor)
                .thenApplyAsync(nothing -> who.now(), executor);
        case SUBMIT -> executor.submitCompletable(who::now);
        case SUBMIT_TWICE -> {
          CompletableFuture<String> result = new CompletableFuture<>();
          executor.execute(() -> executor.execute(() -> result.complete(who.now())));
          yield result;
        }
        case SAME_THREAD -> {
          CompletableFuture<String> result = new CompletableFuture<>();
          new ContextPropagatingTaskDecorator().decorate(() -> result.complete(who.now())).run();
          yield result;
        }
        case DECORATED -> CompletableFuture.supplyAsync(who::now, decorated);
        case COMMON_POOL -> CompletableFuture.supplyAsync(who::now);
      };
    }
  }

  @RestController
  @Secured
  public static class Endpoints {
    private final Who who;
    private final Tasks tasks;
    private final Safe safe;
    private final AsyncTaskExecutor executor;
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch started = new CountDownLatch(1);
    private final CompletableFuture<String> outlived = new CompletableFuture<>();

    Endpoints(
        Who who,
        Tasks tasks,
        Safe safe,
        @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
      this.who = who;
      this.tasks = tasks;
      this.safe = safe;
      this.executor = executor;
    }

    @GetMapping("/here")
    String here() {
      return who.now();
    }

    @GetMapping("/callable")
    Callable<String> callable() {
      return who::now;
    }

    @GetMapping("/task")
    WebAsyncTask<String> task() {
      return new WebAsyncTask<>(who::now);
    }

    @GetMapping("/stream")
    StreamingResponseBody stream() {
      return out -> out.write(who.now().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/ways/{way}")
    CompletableFuture<String> way(@PathVariable Way way) {
      return tasks.handOver(way);
    }

    /** Three tasks of one request, each of which leaves another. */
    @GetMapping("/many")
    List<String> many() throws Exception {
      List<CompletableFuture<String>> results = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        results.add(tasks.handOver(Way.SUBMIT));
        results.add(tasks.handOver(Way.SUBMIT_TWICE));
      }
      List<String> all = new ArrayList<>();
      for (CompletableFuture<String> result : results) {
        all.add(result.get(20, TimeUnit.SECONDS));
      }
      return all;
    }

    /** Calls a guarded bean in a task. */
    @GetMapping("/safe")
    CompletableFuture<String> safe() {
      return executor.submitCompletable(
          () -> {
            try {
              return safe.open();
            } catch (RefusedException refused) {
              return "refused to " + who.now();
            }
          });
    }

    /** Leaves a task that waits, and answers as soon as it does. */
    @GetMapping("/outlived")
    String leave() throws InterruptedException {
      executor.execute(
          () -> {
            try {
              String before = who.now();
              started.countDown();
              released.await(20, TimeUnit.SECONDS);
              outlived.complete(before + ", then " + who.now());
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
          });
      return started.await(20, TimeUnit.SECONDS) ? "left" : "nobody took the task";
    }

    /** Lets the task that waits go on. */
    public String outlived() throws Exception {
      released.countDown();
      return outlived.get(20, TimeUnit.SECONDS);
    }
  }

  @RestController
  @Public(reason = "test")
  public static class Open {
    private final Who who;
    private final Tasks tasks;

    Open(Who who, Tasks tasks) {
      this.who = who;
      this.tasks = tasks;
    }

    @GetMapping("/open")
    String here() {
      return who.now();
    }

    @GetMapping("/open/{way}")
    CompletableFuture<String> way(@PathVariable Way way) {
      return tasks.handOver(way);
    }
  }

  /** All of them in an application, which has a main method for other JVMs. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @EnableAsync
  @Import({Who.class, Later.class, Safe.class, Tasks.class, Endpoints.class, Open.class})
  public static class Main {
    public static void main(String[] arguments) {
      SpringApplication.run(Main.class, arguments);
    }

    /** Not a candidate for what asks for an executor. */
    @Bean(defaultCandidate = false)
    AsyncTaskExecutor decorated() {
      TaskDecorator decorator = new ContextPropagatingTaskDecorator();
      Executor threads = Executors.newSingleThreadExecutor();
      return new TaskExecutorAdapter(task -> threads.execute(decorator.decorate(task)));
    }
  }
}
