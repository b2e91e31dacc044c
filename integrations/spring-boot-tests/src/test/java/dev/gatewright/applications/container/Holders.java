package dev.gatewright.applications.container;

import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.KeeperGuard;
import dev.gatewright.applications.vault.Tells;
import dev.gatewright.runtime.Gate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Beans that were given keepers, or made them for themselves. */
public final class Holders {
  private Holders() {}

  /** The most ordinary way: a factory method puts objects together. */
  @Configuration(proxyBeanMethods = false)
  public static class GivenOne {
    @Bean
    Early.Held holder() {
      return new Early.Held(new Keeper());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Captures {
    @Bean
    Supplier<Object> holder() {
      Tells keeper = new Keeper();
      return () -> keeper;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class GivenOneThatIsGiven {
    @Bean
    Supplier<Object> holder() {
      Early.Held inner = new Early.Held(new Keeper());
      return new Outer(inner);
    }
  }

  record Outer(Supplier<Object> inner) implements Supplier<Object> {
    @Override
    public Object get() {
      return inner.get();
    }
  }

  @Component("holder")
  public static class MakesItself implements Supplier<Object> {
    private static final Map<String, List<Tells>> KEEPERS = Map.of("a", List.of(new Keeper()));

    @Override
    public Object get() {
      return KEEPERS.values().iterator().next().get(0);
    }
  }

  /** Has a guard. */
  @Configuration(proxyBeanMethods = false)
  public static class GivenGuard {
    @Bean
    Early.Held holder(Gate gate) {
      return new Early.Held(new KeeperGuard(gate));
    }
  }
}
