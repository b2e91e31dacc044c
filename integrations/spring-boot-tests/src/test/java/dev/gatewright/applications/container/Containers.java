package dev.gatewright.applications.container;

import dev.gatewright.applications.Secret;
import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.KeeperGuard;
import dev.gatewright.applications.vault.Tells;
import dev.gatewright.runtime.Gate;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.aop.TargetClassAware;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.Scope;
import org.springframework.beans.factory.support.AbstractBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.MethodReplacer;
import org.springframework.beans.factory.support.ReplaceOverride;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keepers that are parts of beans, or that the container finishes for others. */
public final class Containers {
  private Containers() {}

  /** Hands out the first part of the bean {@code keepers}. */
  private static Supplier<Object> firstOf(ApplicationContext context) {
    return () -> parts(context.getBean("keepers")).findFirst().orElseThrow();
  }

  private static Stream<?> parts(Object value) {
    if (value instanceof Collection<?> values) {
      return values.stream().flatMap(Containers::parts);
    }
    if (value instanceof Map<?, ?> values) {
      return values.values().stream().flatMap(Containers::parts);
    }
    if (value instanceof Object[] values) {
      return Stream.of(values);
    }
    return value instanceof Optional<?> maybe ? maybe.stream() : Stream.of(value);
  }

  @Configuration(proxyBeanMethods = false)
  public static class InList {
    @Bean
    List<Tells> keepers() {
      return List.of(new Keeper());
    }

    @Bean
    Supplier<Object> holder(ApplicationContext context) {
      return firstOf(context);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InMap {
    @Bean
    Map<String, List<Tells>> keepers() {
      return Map.of("first", List.of(new Keeper()));
    }

    @Bean
    Supplier<Object> holder(ApplicationContext context) {
      return firstOf(context);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InArray {
    @Bean
    Tells[] keepers() {
      return new Tells[] {new Keeper()};
    }

    @Bean
    Supplier<Object> holder(ApplicationContext context) {
      return firstOf(context);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InPrototypeOptional {
    @Bean
    @org.springframework.context.annotation.Scope("prototype")
    Optional<Tells> keepers() {
      return Optional.of(new Keeper());
    }

    @Bean
    Supplier<Object> holder(ApplicationContext context) {
      return firstOf(context);
    }
  }

  /** The container injects into a keeper that it has not made. */
  @Configuration(proxyBeanMethods = false)
  public static class Autowired {
    @Bean
    Supplier<Object> holder(AutowireCapableBeanFactory beans) {
      return () -> {
        Keeper keeper = new Keeper();
        beans.autowireBean(keeper);
        return keeper;
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class AutowiredByType {
    @Bean
    Supplier<Object> holder(AutowireCapableBeanFactory beans) {
      return () -> beans.autowire(Keeper.class, AutowireCapableBeanFactory.AUTOWIRE_NO, false);
    }
  }

  /** Runs no post-processor at all. */
  @Configuration(proxyBeanMethods = false)
  public static class AutowiredByConstructor {
    @Bean
    Supplier<Object> holder(AutowireCapableBeanFactory beans) {
      return () ->
          beans.autowire(Keeper.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Initialized {
    @Bean
    Supplier<Object> holder(AutowireCapableBeanFactory beans) {
      return () -> beans.initializeBean(new Keeper(), "held");
    }
  }

  /** Has keepers of its own. */
  @Configuration(proxyBeanMethods = false)
  public static class OwnScope {
    @Bean
    static BeanFactoryPostProcessor scopes() {
      return beans -> beans.registerScope("own", new Raw());
    }

    @Bean
    @org.springframework.context.annotation.Scope("own")
    Tells keeper() {
      return () -> "";
    }
  }

  static final class Raw implements Scope {
    private final Keeper keeper = new Keeper();

    @Override
    public Object get(String name, ObjectFactory<?> factory) {
      return keeper;
    }

    @Override
    public Object remove(String name) {
      return keeper;
    }

    @Override
    public void registerDestructionCallback(String name, Runnable callback) {
      // Its keeper stays.
    }
  }

  /** Says that it stands for something else. */
  public static class Lying extends Keeper implements TargetClassAware {
    @Override
    public Class<?> getTargetClass() {
      return String.class;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class LyingKeeper {
    @Bean
    Tells keeper() {
      return new Lying();
    }
  }

  /** Replaces what is made after the start. */
  @Configuration(proxyBeanMethods = false)
  public static class ReplacedLater {
    @Bean
    static BeanDefinitionRegistryPostProcessor definitions() {
      return registry -> {
        RootBeanDefinition definition = new RootBeanDefinition(Keeper.class);
        definition.setScope(BeanDefinition.SCOPE_PROTOTYPE);
        registry.registerBeanDefinition("keeper", definition);
      };
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> replacing(AutowireCapableBeanFactory beans) {
      return event -> ((AbstractBeanFactory) beans).addBeanPostProcessor(new Beans.Replacing());
    }
  }

  /** Registers an object when everything else is made. */
  @Configuration(proxyBeanMethods = false)
  public static class RegisteredAtStart {
    @Bean
    SmartLifecycle registering(ConfigurableListableBeanFactory beans) {
      return new SmartLifecycle() {
        @Override
        public void start() {
          beans.registerSingleton("keeper", new Keeper());
        }

        @Override
        public void stop() {
          // There is nothing to stop.
        }

        @Override
        public boolean isRunning() {
          return beans.containsSingleton("keeper");
        }
      };
    }
  }

  /** Spring overrides the endpoint by a method of another object. */
  @Configuration(proxyBeanMethods = false)
  public static class ReplacedMethod {
    @Bean
    static BeanDefinitionRegistryPostProcessor definitions() {
      return registry -> {
        RootBeanDefinition definition = new RootBeanDefinition(Keeper.class);
        definition.getMethodOverrides().addOverride(new ReplaceOverride("tell", "replacing"));
        registry.registerBeanDefinition("keeper", definition);
        registry.registerBeanDefinition("replacing", new RootBeanDefinition(Replacing.class));
      };
    }
  }

  /** A factory says what it makes only by an interface, and somebody replaces its product. */
  @Configuration(proxyBeanMethods = false)
  public static class ReplacedByStranger {
    @Bean
    static BeanPostProcessor replacing() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return name.equals("keeper") ? stranger() : bean;
        }
      };
    }

    @Bean
    Tells keeper(Gate gate) {
      return new KeeperGuard(gate);
    }
  }

  private static Tells stranger() {
    return () -> Secret.TEXT;
  }

  public static class Replacing implements MethodReplacer {
    @Override
    public Object reimplement(Object keeper, Method method, Object[] arguments) {
      return Secret.TEXT;
    }
  }
}
