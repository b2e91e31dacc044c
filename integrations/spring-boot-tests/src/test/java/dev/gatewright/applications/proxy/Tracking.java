package dev.gatewright.applications.proxy;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import java.util.concurrent.atomic.AtomicInteger;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.DeclareParents;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An aspect that answers where an object is of an interface that it has introduced. */
public final class Tracking {
  private Tracking() {}

  @Service
  public static class Shelf {
    @Secured(roles = "keeper")
    public String open() {
      return Secret.TEXT;
    }
  }

  @RestController
  public static class Desk {
    private final Shelf shelf;

    public Desk(Shelf shelf) {
      this.shelf = shelf;
    }

    @GetMapping("/open")
    @Public(reason = "the shelf is guarded")
    public String open() {
      return shelf.open();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  public static class Advised {}

  public interface Tracked {
    void track();
  }

  public static class Counting implements Tracked {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void track() {
      count.incrementAndGet();
    }
  }

  /** Counts, and keeps the first answer. */
  @Component
  @Aspect
  public static class Tracker {
    private @Nullable Object answer;

    @DeclareParents(value = "dev.gatewright.applications.proxy.*", defaultImpl = Counting.class)
    public static @Nullable Tracked mixin;

    @Around("execution(* dev.gatewright.applications.proxy..open()) && this(tracked)")
    public Object answer(ProceedingJoinPoint call, Tracked tracked) throws Throwable {
      tracked.track();
      Object known = answer;
      if (known == null) {
        known = call.proceed();
        answer = known;
      }
      return known;
    }
  }
}
