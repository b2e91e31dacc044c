package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Calls a guarded service from the threads of answers that come later. */
public final class Deferred {
  private Deferred() {}

  /** What became of a call that came too late. */
  public static final CompletableFuture<String> LATE = new CompletableFuture<>();

  @Service
  public static class Safe {
    @Secured(roles = "keeper")
    public String open() {
      return "opened";
    }
  }

  /** Runs all tasks in one thread, so that what one leaves behind is there for the next. */
  @Configuration(proxyBeanMethods = false)
  public static class OneThread implements WebMvcConfigurer {
    private final AsyncTaskExecutor executor =
        new TaskExecutorAdapter(Executors.newSingleThreadExecutor());

    @Bean
    AsyncTaskExecutor oneThread() {
      return executor;
    }

    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
      configurer.setTaskExecutor(executor);
    }
  }

  /** Runs all tasks in the thread of the request. */
  @Configuration(proxyBeanMethods = false)
  public static class SameThread implements WebMvcConfigurer {
    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
      configurer.setTaskExecutor(new TaskExecutorAdapter(Runnable::run));
    }
  }

  @RestController
  @Public(reason = "the safe is guarded itself")
  public static class Answers {
    private final Safe safe;

    public Answers(Safe safe) {
      this.safe = safe;
    }

    @GetMapping("/callable")
    public Callable<String> callable() {
      return safe::open;
    }

    @GetMapping("/task")
    public WebAsyncTask<String> task() {
      return new WebAsyncTask<>(safe::open);
    }

    @GetMapping("/stream")
    public StreamingResponseBody stream() {
      return this::write;
    }

    @GetMapping("/stream-entity")
    public ResponseEntity<StreamingResponseBody> streamEntity() {
      return ResponseEntity.ok(this::write);
    }

    private void write(OutputStream out) throws java.io.IOException {
      out.write(safe.open().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/own-thread")
    public CompletableFuture<String> ownThread() {
      return CompletableFuture.supplyAsync(safe::open);
    }

    @GetMapping("/late")
    public WebAsyncTask<String> late() {
      return new WebAsyncTask<>(
          100,
          () -> {
            // Spring interrupts it when its time is over.
            long end = System.nanoTime() + 1_500_000_000L;
            while (System.nanoTime() < end) {
              Thread.onSpinWait();
            }
            LATE.complete(attempt());
            return "late";
          });
    }

    private @Nullable String attempt() {
      try {
        return safe.open();
      } catch (RuntimeException refused) {
        return "refused";
      }
    }
  }
}
