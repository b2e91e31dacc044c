package dev.gatewright.applications.container;

import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.Tells;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;

/** Code that keeps the refusal of a bean to itself, and goes on with a keeper of its own making. */
public final class Swallowed {
  private Swallowed() {}

  /** Makes its keeper when it is asked, which nobody can look into before. */
  public static final class Holder implements Supplier<Tells> {
    @Override
    public Tells get() {
      return new Keeper();
    }
  }

  private static Holder afterRefusal(ApplicationContext context) {
    AutowireCapableBeanFactory beans = context.getAutowireCapableBeanFactory();
    return afterRefusal(() -> beans.createBean(Keeper.class));
  }

  private static Holder afterRefusal(Supplier<?> keeper) {
    try {
      throw new IllegalStateException(keeper.get() + " was not refused");
    } catch (RuntimeException swallowed) {
      return new Holder();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Created {
    @Bean
    Holder holder(ApplicationContext context) {
      return afterRefusal(context);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class CreatedInOtherThread {
    @Bean
    Holder holder(ApplicationContext context) {
      return CompletableFuture.supplyAsync(() -> afterRefusal(context)).join();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class WiredAndInitialized {
    @Bean
    Holder holder(ApplicationContext context) {
      AutowireCapableBeanFactory beans = context.getAutowireCapableBeanFactory();
      return afterRefusal(() -> beans.initializeBean(new Keeper(), "made"));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Provided {
    @Bean
    @Scope("prototype")
    Tells keeper() {
      return new Keeper();
    }

    @Bean
    Holder holder(ApplicationContext context) {
      return afterRefusal(() -> context.getBeanProvider(Tells.class).getIfAvailable());
    }
  }

  /** Spring takes the next constructor where a bean for the first one cannot be made. */
  @Configuration(proxyBeanMethods = false)
  @Import(Chooses.class)
  public static class OtherConstructor {
    @Bean
    @Scope("prototype")
    Tells keeper() {
      return new Keeper();
    }
  }

  /** Has two constructors to be injected by. */
  public static final class Chooses implements Supplier<@Nullable Tells> {
    private final @Nullable Tells keeper;

    @Autowired(required = false)
    public Chooses(Tells keeper, ApplicationContext context) {
      this.keeper = keeper;
    }

    @Autowired(required = false)
    public Chooses(ApplicationContext context) {
      this.keeper = null;
    }

    @Override
    public @Nullable Tells get() {
      return keeper;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class AfterSingletons {
    @Bean
    SmartInitializingSingleton holds(ApplicationContext context) {
      return () -> afterRefusal(context);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class AtStart implements SmartLifecycle {
    private final ApplicationContext context;
    private boolean running;

    AtStart(ApplicationContext context) {
      this.context = context;
    }

    @Override
    public void start() {
      afterRefusal(context);
      running = true;
    }

    @Override
    public void stop() {
      running = false;
    }

    @Override
    public boolean isRunning() {
      return running;
    }
  }

  /** Refused at first, and made as it should be later. */
  @Configuration(proxyBeanMethods = false)
  public static class MadeProperly {
    private boolean again;

    @Bean
    @Scope("prototype")
    Tells keeper(AutowireCapableBeanFactory beans) {
      if (again) {
        return () -> "nothing";
      }
      again = true;
      return new Keeper();
    }

    @Bean
    Holder holder(ApplicationContext context) {
      Holder holder = afterRefusal(() -> context.getBean("keeper"));
      context.getBean("keeper");
      return holder;
    }
  }
}
