package dev.gatewright.applications.delegate;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.runtime.Gate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Objects to which the guard of an interface hands calls on. */
public final class Delegates {
  private Delegates() {}

  /** Its guard is written by hand into the container. */
  @RestController
  public interface Rates {
    @GetMapping("/rates")
    @Public(reason = "test")
    String rates();
  }

  /** Wants more than the interface does. */
  static class Stricter implements Rates {
    @Override
    @Secured(roles = "admin")
    public String rates() {
      return "for admins";
    }
  }

  /** Wants more by its type. */
  @Secured(roles = "admin")
  static class StricterType implements Rates {
    @Override
    public String rates() {
      return "for admins";
    }
  }

  /** Bears nothing. */
  static class Plain implements Rates {
    @Override
    public String rates() {
      return "for all";
    }
  }

  /** Holds what bears annotations. */
  static class Decorator implements Rates {
    private final Rates decorated = new Stricter();

    @Override
    public String rates() {
      return decorated.rates();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfMethod {
    @Bean
    Rates rates(Gate gate) {
      return new Delegates_RatesGuard(new Stricter(), gate);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfType {
    @Bean
    Rates rates(Gate gate) {
      return new Delegates_RatesGuard(new StricterType(), gate);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Decorated {
    @Bean
    Rates rates(Gate gate) {
      return new Delegates_RatesGuard(new Decorator(), gate);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class WithoutMore {
    @Bean
    Rates rates(Gate gate) {
      return new Delegates_RatesGuard(new Plain(), gate);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfGuard {
    @Bean
    Rates rates(Gate gate) {
      return new Delegates_RatesGuard(new Delegates_StricterGuard(gate), gate);
    }
  }
}
