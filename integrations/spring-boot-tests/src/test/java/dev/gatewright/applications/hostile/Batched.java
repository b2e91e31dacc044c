package dev.gatewright.applications.hostile;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.applications.input.Deferred;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Collects work, and does all of it with the first request that flushes, as batching does. */
@RestController
public class Batched {
  private final Deferred.Safe safe;
  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

  public Batched(Deferred.Safe safe) {
    this.safe = safe;
  }

  @GetMapping("/batched/strangers")
  @Public(reason = "the safe is guarded itself")
  public CompletableFuture<String> strangers() {
    return CompletableFuture.supplyAsync(safe::open, work::add);
  }

  @GetMapping("/batched/keepers")
  @Secured(roles = "keeper")
  public String keepers() {
    for (Runnable next = work.poll(); next != null; next = work.poll()) {
      next.run();
    }
    return "done";
  }

  /** Waits until there is some. */
  public void awaitTask() throws InterruptedException {
    while (work.isEmpty()) {
      Thread.sleep(20);
    }
  }
}
