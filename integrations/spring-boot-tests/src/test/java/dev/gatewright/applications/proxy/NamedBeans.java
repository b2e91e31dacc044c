package dev.gatewright.applications.proxy;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Aspects that answer again what they have seen, of beans that they know by their names. */
public final class NamedBeans {
  private NamedBeans() {}

  @Service("shelf")
  public static class Shelf {
    @Secured(roles = "keeper")
    public String open() {
      return Secret.TEXT;
    }
  }

  @RestController("openDesk")
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

  /** Keeps the first answer. */
  abstract static class Remembering {
    private @Nullable Object answer;

    Object remembered(ProceedingJoinPoint call) throws Throwable {
      Object known = answer;
      if (known == null) {
        known = call.proceed();
        answer = known;
      }
      return known;
    }
  }

  @Component
  @Aspect
  public static class ByName extends Remembering {
    @Around("bean(shelf)")
    public Object answer(ProceedingJoinPoint call) throws Throwable {
      return remembered(call);
    }
  }

  @Component
  @Aspect
  public static class ByPattern extends Remembering {
    @Around("bean(sh*) && execution(* open(..))")
    public Object answer(ProceedingJoinPoint call) throws Throwable {
      return remembered(call);
    }
  }

  @Component
  @Aspect
  public static class ByOtherName extends Remembering {
    @Around("execution(String dev.gatewright..open()) && !bean(*Desk) && bean(*)")
    public Object answer(ProceedingJoinPoint call) throws Throwable {
      return remembered(call);
    }
  }
}
