package dev.gatewright.applications.hostile;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import dev.gatewright.authentication.InProcessRevocations;
import dev.gatewright.authentication.RevocationStore;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** An answer that comes late, as to clients that wait for news. */
@Configuration(proxyBeanMethods = false)
public class Polls {
  @Bean
  RevocationStore revocations() {
    return new InProcessRevocations(100);
  }

  @RestController
  public static class News {
    private final CompletableFuture<DeferredResult<String>> asked = new CompletableFuture<>();

    @GetMapping("/news")
    @Secured(roles = "keeper")
    public DeferredResult<String> news() {
      DeferredResult<String> later = new DeferredResult<>(60_000L);
      asked.complete(later);
      return later;
    }

    /** Tells the news to whoever waits. */
    public void tell() {
      asked.join().setResult(Secret.TEXT);
    }
  }
}
