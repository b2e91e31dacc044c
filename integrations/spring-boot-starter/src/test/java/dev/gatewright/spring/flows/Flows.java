package dev.gatewright.spring.flows;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Scheme;
import dev.gatewright.Secured;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.event.SecurityEvent;
import dev.gatewright.runtime.event.SecurityEventSink;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** One endpoint for each flow. */
public final class Flows {
  private Flows() {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({Endpoints.class, Vault.class, Advice.class, Events.class})
  public static class Application {

    /** Calls a guarded bean from outside of Spring MVC. */
    @Bean
    FilterRegistrationBean<Filter> vaultFilter(Vault vault) {
      FilterRegistrationBean<Filter> filter =
          new FilterRegistrationBean<>(
              (request, response, chain) -> response.getWriter().write(vault.open()));
      filter.addUrlPatterns("/vault");
      return filter;
    }

    /** Fails outside of Spring MVC. */
    @Bean
    FilterRegistrationBean<Filter> failingFilter() {
      FilterRegistrationBean<Filter> filter =
          new FilterRegistrationBean<>(
              (request, response, chain) -> {
                throw new IllegalStateException("swordfish");
              });
      filter.addUrlPatterns("/failing-filter");
      return filter;
    }
  }

  /** Remembers what it is told. */
  public static class Events implements SecurityEventSink {
    private final List<SecurityEvent> all = new CopyOnWriteArrayList<>();

    @Override
    public void accept(SecurityEvent event) {
      all.add(event);
    }

    public List<SecurityEvent> all() {
      return all;
    }
  }

  @Service
  static class Vault {
    @Secured
    String open() {
      return "gold";
    }
  }

  static class Gone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @RestControllerAdvice
  static class Advice {
    @ExceptionHandler(Gone.class)
    @ResponseStatus(HttpStatus.GONE)
    String gone() {
      return "gone for good";
    }

    /** Must not come to see refusals. */
    @ExceptionHandler(Exception.class)
    @ResponseStatus(HttpStatus.BAD_GATEWAY)
    String anything() {
      return "anything";
    }
  }

  @RestController
  static class Endpoints {
    private final Vault vault;

    Endpoints(Vault vault) {
      this.vault = vault;
    }

    @GetMapping("/later")
    @Secured
    @RateLimited(permits = 1, per = "1h", strategy = Strategy.FIXED_WINDOW)
    Callable<String> later(Caller caller) {
      return () -> "later " + caller.subject();
    }

    @GetMapping("/stream")
    @Secured
    StreamingResponseBody stream() {
      return out -> out.write("streamed".getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/elsewhere")
    @Public(reason = "test")
    CompletableFuture<String> elsewhere() {
      return CompletableFuture.supplyAsync(vault::open);
    }

    @GetMapping("/inside")
    @Secured
    @RateLimited(permits = 1, per = "1h", strategy = Strategy.FIXED_WINDOW)
    String inside() {
      return vault.open();
    }

    @GetMapping("/gone")
    @Public(reason = "test")
    String gone() {
      throw new Gone();
    }

    @GetMapping("/send-error")
    @Public(reason = "test")
    void sendError(HttpServletResponse response) throws IOException {
      response.sendError(409);
    }

    @GetMapping("/key")
    @Secured(schemes = Scheme.API_KEY, scopes = "rates:read")
    String key(Caller caller) {
      return caller.subject();
    }
  }
}
