package dev.gatewright.applications.container;

import dev.gatewright.applications.vault.Keeper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextRefreshedEvent;

/** Beans that get their keepers while the application starts, or have them in futures. */
public final class LateHolders {
  private LateHolders() {}

  /** Is filled by others. */
  static final class Registry {
    private final List<Object> kept = new ArrayList<>();

    void fill() {
      kept.add(new Keeper());
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Filled {
    @Bean
    Registry holder() {
      return new Registry();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Filled.class)
  public static class ByInitializer {
    @Bean
    SmartInitializingSingleton zInitializer(Registry holder) {
      return holder::fill;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Filled.class)
  public static class ByLifecycle {
    @Bean
    Filling filling(Registry holder) {
      return new Filling(holder);
    }
  }

  /** Starts with the application. */
  static final class Filling implements SmartLifecycle {
    private final Registry registry;

    Filling(Registry registry) {
      this.registry = registry;
    }

    @Override
    public void start() {
      registry.fill();
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return false;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Filled.class)
  public static class AtRefresh {
    @Bean
    OnRefresh filling(Registry holder) {
      return new OnRefresh(holder);
    }
  }

  /** Is told when the context is refreshed. */
  static final class OnRefresh implements ApplicationListener<ContextRefreshedEvent> {
    private final Registry registry;

    OnRefresh(Registry registry) {
      this.registry = registry;
    }

    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
      registry.fill();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Filled.class)
  public static class WhenReady {
    @Bean
    OnReady filling(Registry holder) {
      return new OnReady(holder);
    }
  }

  /** Is told when the application is ready. */
  static final class OnReady implements ApplicationListener<ApplicationReadyEvent> {
    private final Registry registry;

    OnReady(Registry registry) {
      this.registry = registry;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
      registry.fill();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Filled.class)
  public static class ByRunner {
    @Bean
    ApplicationRunner filling(Registry holder) {
      return arguments -> holder.fill();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InCompletedStage {
    @Bean
    CompletionStage<Keeper> holder() {
      return CompletableFuture.completedStage(new Keeper());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InTaskThatHasRun {
    @Bean
    FutureTask<Keeper> holder() {
      FutureTask<Keeper> task = new FutureTask<>(Keeper::new);
      task.run();
      return task;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InFutureThatEndsLater {
    @Bean
    CompletableFuture<Keeper> holder() {
      return new CompletableFuture<>();
    }

    @Bean
    ApplicationRunner ending(CompletableFuture<Keeper> holder) {
      return arguments -> holder.complete(new Keeper());
    }
  }
}
