package dev.gatewright.applications.limit;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.CallerPlans;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Limits by the plans that a bean knows. */
public final class Subscriptions {
  private Subscriptions() {}

  public static class Plans implements CallerPlans {
    private final AtomicInteger asked = new AtomicInteger();

    public int asked() {
      return asked.get();
    }

    @Override
    @Cacheable(cacheNames = "plans", key = "#caller.subject()")
    public @Nullable String plan(Caller caller) {
      asked.incrementAndGet();
      if (caller.claim("aud").contains("vault")) {
        return "pro";
      }
      return switch (caller.subject()) {
        case "paying" -> "pro";
        case "new" -> null;
        case "unknown" -> throw new IllegalStateException("the table of plans is locked");
        default -> "free";
      };
    }
  }

  @RestController
  @Secured
  public static class Reports {
    @GetMapping("/reports")
    @RateLimited(permits = 1, per = "1h", plans = Plans.class)
    @RateLimited(permits = 3, per = "1h", plans = Plans.class, plan = "pro")
    public String list() {
      return "listed";
    }

    @PostMapping("/reports")
    @RateLimited(permits = 1, per = "1h", plans = Plans.class)
    @RateLimited(permits = 3, per = "1h", plans = Plans.class, plan = "pro")
    public String add(@RequestBody String text) {
      return "added";
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableCaching
  public static class Cached {
    @Bean
    CacheManager caches() {
      return new ConcurrentMapCacheManager();
    }

    @Bean
    Plans plans() {
      return new Plans();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Several {
    @Bean
    Plans plans() {
      return new Plans();
    }

    @Bean
    Plans otherPlans() {
      return new Plans();
    }
  }

  public static class GuardedPlans implements CallerPlans {
    @Override
    @Secured
    public @Nullable String plan(Caller caller) {
      return "pro";
    }
  }

  @RestController
  @Secured
  public static class ByGuarded {
    @GetMapping("/reports")
    @RateLimited(permits = 1, per = "1h", plans = GuardedPlans.class)
    @RateLimited(permits = 3, per = "1h", plans = GuardedPlans.class, plan = "pro")
    public String list() {
      return "listed";
    }
  }
}
