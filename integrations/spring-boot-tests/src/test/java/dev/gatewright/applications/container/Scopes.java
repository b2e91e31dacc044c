package dev.gatewright.applications.container;

import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.Tells;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Lookup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Component;

/** Keepers in the scopes of Spring: each of them is the guard, whenever it is made. */
public final class Scopes {
  private Scopes() {}

  @Component("keeper")
  public static class Single extends Keeper {}

  @Component("keeper")
  @Lazy
  public static class LazySingle extends Keeper {}

  @Component("keeper")
  @Scope("prototype")
  public static class Prototype extends Keeper {}

  @Component("keeper")
  @Scope("request")
  public static class OfRequest extends Keeper {}

  @Component("keeper")
  @Scope(value = "request", proxyMode = ScopedProxyMode.TARGET_CLASS)
  public static class OfRequestByClassProxy extends Keeper {}

  @Component("keeper")
  @Scope(value = "session", proxyMode = ScopedProxyMode.INTERFACES)
  public static class OfSessionByInterfaceProxy extends Keeper {}

  @Component("keeper")
  @Scope(value = "application", proxyMode = ScopedProxyMode.TARGET_CLASS)
  public static class OfApplication extends Keeper {}

  /** Hands out a prototype by a method that Spring writes. */
  @Configuration(proxyBeanMethods = false)
  @Import({Prototype.class, LookedUp.Holder.class})
  public static class LookedUp {
    @Component("holder")
    public abstract static class Holder implements Supplier<Object> {
      @Override
      public Object get() {
        return keeper();
      }

      @Lookup
      protected abstract Tells keeper();
    }
  }

  /** What a factory makes afresh for each call. */
  @Configuration(proxyBeanMethods = false)
  public static class RawPrototype {
    @Bean
    @Scope("prototype")
    Tells keeper() {
      return new Keeper();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class RawLazily {
    @Bean
    @Lazy
    Tells keeper() {
      return new Keeper();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class RawOfRequest {
    @Bean
    @Scope(value = "request", proxyMode = ScopedProxyMode.INTERFACES)
    Tells keeper() {
      return new Keeper();
    }
  }
}
