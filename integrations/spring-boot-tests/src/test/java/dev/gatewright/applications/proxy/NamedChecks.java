package dev.gatewright.applications.proxy;

import dev.gatewright.Public;
import dev.gatewright.applications.Secret;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.DeclareParents;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Checks of the application's that find a class and not its guard, by the name of its bean. */
public final class NamedChecks {
  private NamedChecks() {}

  @RestController("chest")
  public static class Chest {
    @GetMapping("/chest")
    @Public(reason = "the aspect decides")
    public String open() {
      return Secret.TEXT;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  public static class Advised {}

  private static void refuse() {
    throw new ResponseStatusException(HttpStatus.FORBIDDEN);
  }

  @Aspect
  @Component
  public static class ByStereotype {
    @Before("bean(chest) && @within(org.springframework.web.bind.annotation.RestController)")
    public void check() {
      refuse();
    }
  }

  @Aspect
  @Component
  public static class ByMapping {
    @Before("bean(ch*) && @annotation(org.springframework.web.bind.annotation.GetMapping)")
    public void check() {
      refuse();
    }
  }

  @Aspect
  @Component
  public static class ByClass {
    @Before(
        "bean(chest) && within(dev.gatewright.applications.proxy.NamedChecks.Chest)"
            + " && execution(* open())")
    public void check() {
      refuse();
    }
  }

  public interface Checked {}

  public static class IsChecked implements Checked {}

  @Aspect
  @Component
  public static class ByIntroduction {
    @DeclareParents(value = "dev.gatewright.applications.proxy..*", defaultImpl = IsChecked.class)
    public static @Nullable Checked mixin;

    @Before(
        "execution(* dev.gatewright.applications.proxy..open()) && this(checked)"
            + " && @within(org.springframework.web.bind.annotation.RestController)")
    public void check(Checked checked) {
      refuse();
    }
  }
}
