package dev.gatewright.applications.container;

import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.Tells;
import jakarta.servlet.Filter;
import java.lang.ref.SoftReference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.function.SingletonSupplier;

/** Beans whose keepers are in holders of other kinds than collections. */
public final class MoreHolders {
  private MoreHolders() {}

  /** Has a value, and tells nobody of which kind. */
  static class Holding implements Supplier<Object> {
    private final Object value;

    Holding(Object value) {
      this.value = value;
    }

    @Override
    public Object get() {
      return value;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InReference {
    @Bean
    Holding holder() {
      return new Holding(new AtomicReference<>(new Keeper()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InSoftReference {
    @Bean
    Holding holder() {
      return new Holding(new SoftReference<>(new Keeper()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InFuture {
    @Bean
    Holding holder() {
      return new Holding(CompletableFuture.completedFuture(new Keeper()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InEntry {
    @Bean
    Holding holder() {
      return new Holding(Map.entry("first", new Keeper()));
    }
  }

  /** Extends a map, and leaves the reading to it. */
  static class Registry extends HashMap<String, Tells> {
    private static final long serialVersionUID = 1;
  }

  @Configuration(proxyBeanMethods = false)
  public static class InOwnMap {
    @Bean
    Registry holder() {
      Registry registry = new Registry();
      registry.put("first", new Keeper());
      return registry;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InSpringMap {
    @Bean
    Holding holder() {
      LinkedMultiValueMap<String, Tells> values = new LinkedMultiValueMap<>();
      values.add("first", new Keeper());
      return new Holding(values);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InSpringSupplier {
    @Bean
    Holding holder() {
      return new Holding(SingletonSupplier.of(new Keeper()));
    }
  }

  record Logging(Object target) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws ReflectiveOperationException {
      return method.invoke(target, arguments);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class BehindProxy {
    @Bean
    Tells holder() {
      return (Tells)
          Proxy.newProxyInstance(
              Tells.class.getClassLoader(),
              new Class<?>[] {Tells.class},
              new Logging(new Keeper()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InFilter {
    @Bean
    FilterRegistrationBean<Filter> holder() {
      Tells keeper = new Keeper();
      return new FilterRegistrationBean<>(
          (request, response, chain) -> {
            response.getWriter().print(keeper.tell());
            chain.doFilter(request, response);
          });
    }
  }

  record Product(int number, String name) {}

  @Configuration(proxyBeanMethods = false)
  public static class BehindPlainData {
    @Bean
    Holding holder() {
      List<Object> all = new ArrayList<>();
      IntStream.range(0, 11_000).forEach(each -> all.add(new Product(each, "")));
      all.add(new Holding(new Keeper()));
      return new Holding(all);
    }
  }

  /** Of the following each has a proxy that asks the container at each call. */
  @Configuration(proxyBeanMethods = false)
  public static class LazyArgument {
    @Bean
    Holding holder(@Lazy Keeper keeper) {
      return new Holding(keeper);
    }
  }

  @Component("holder")
  public static class LazyConstructor extends Holding {
    public LazyConstructor(@Lazy Keeper keeper) {
      super(keeper);
    }
  }
}
