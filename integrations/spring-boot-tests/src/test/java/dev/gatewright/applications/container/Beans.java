package dev.gatewright.applications.container;

import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.Tells;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;

/** Ways in which a keeper that is not its guard could get to be a bean. */
public final class Beans {
  private Beans() {}

  private static void define(BeanDefinitionRegistry registry, String name, RootBeanDefinition by) {
    registry.registerBeanDefinition(name, by);
  }

  @Configuration(proxyBeanMethods = false)
  public static class SyntheticFactoryBean implements BeanDefinitionRegistryPostProcessor {
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
      RootBeanDefinition definition = new RootBeanDefinition(KeeperFactory.class);
      definition.setSynthetic(true);
      define(registry, "keeper", definition);
    }

    static class KeeperFactory implements FactoryBean<Keeper> {
      @Override
      public Keeper getObject() {
        return new Keeper();
      }

      @Override
      public Class<?> getObjectType() {
        return Keeper.class;
      }
    }
  }

  /** Makes another product for each that asks, of a type that it does not tell before. */
  @Configuration(proxyBeanMethods = false)
  public static class PrototypeFactoryBean implements BeanDefinitionRegistryPostProcessor {
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
      RootBeanDefinition definition = new RootBeanDefinition(TellerFactory.class);
      definition.setSynthetic(true);
      define(registry, "keeper", definition);
    }

    static class TellerFactory implements FactoryBean<Tells> {
      @Override
      public Tells getObject() {
        return new Keeper();
      }

      @Override
      public Class<?> getObjectType() {
        return Tells.class;
      }

      @Override
      public boolean isSingleton() {
        return false;
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InnerBean implements BeanDefinitionRegistryPostProcessor {
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
      RootBeanDefinition holder = new RootBeanDefinition(Holder.class);
      holder.getConstructorArgumentValues().addGenericArgumentValue(definition());
      define(registry, "holder", holder);
    }

    private static RootBeanDefinition definition() {
      return new RootBeanDefinition(Keeper.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class SyntheticInnerBean implements BeanDefinitionRegistryPostProcessor {
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
      RootBeanDefinition inner = InnerBean.definition();
      inner.setSynthetic(true);
      RootBeanDefinition holder = new RootBeanDefinition(Holder.class);
      holder.getConstructorArgumentValues().addGenericArgumentValue(inner);
      define(registry, "holder", holder);
    }
  }

  public static class Holder implements Supplier<Object> {
    private final Keeper keeper;

    public Holder(Keeper keeper) {
      this.keeper = keeper;
    }

    @Override
    public Object get() {
      return keeper;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class SyntheticDefinition implements BeanDefinitionRegistryPostProcessor {
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
      RootBeanDefinition definition = new RootBeanDefinition(Keeper.class);
      definition.setSynthetic(true);
      define(registry, "keeper", definition);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class RegisteredSingleton implements BeanFactoryPostProcessor {
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
      beanFactory.registerSingleton("keeper", new Keeper());
    }
  }

  /** Registers its bean after every other post-processor has had its turn. */
  @Configuration(proxyBeanMethods = false)
  public static class LateDefinition implements BeanFactoryPostProcessor, Ordered {
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
      define((BeanDefinitionRegistry) beanFactory, "keeper", new RootBeanDefinition(Keeper.class));
    }

    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Registered.Registrar.class)
  public static class Registered {
    static class Registrar implements BeanRegistrar {
      @Override
      public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean("keeper", Keeper.class, each -> each.supplier(now -> new Keeper()));
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class BeforeInstantiation {
    @Bean
    static InstantiationAwareBeanPostProcessor instead() {
      return new Instead();
    }

    @Bean
    static BeanDefinitionRegistryPostProcessor definitions() {
      return registry -> define(registry, "keeper", new RootBeanDefinition(Keeper.class));
    }

    static class Instead implements InstantiationAwareBeanPostProcessor, PriorityOrdered {
      @Override
      public @Nullable Object postProcessBeforeInstantiation(Class<?> type, String name) {
        return Keeper.class.isAssignableFrom(type) ? new Keeper() : null;
      }

      @Override
      public int getOrder() {
        return HIGHEST_PRECEDENCE;
      }
    }
  }

  /** Replaces what the container has made, after everybody else has looked at it. */
  public static class Replacing implements BeanPostProcessor, Ordered {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof Keeper ? new Keeper() : bean;
    }

    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ReplacedSingleton {
    @Bean
    static Replacing replacing() {
      return new Replacing();
    }

    @Bean
    static BeanDefinitionRegistryPostProcessor definitions() {
      return registry -> define(registry, "keeper", new RootBeanDefinition(Keeper.class));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ReplacedPrototype {
    @Bean
    static Replacing replacing() {
      return new Replacing();
    }

    @Bean
    static BeanDefinitionRegistryPostProcessor definitions() {
      return registry -> {
        RootBeanDefinition definition = new RootBeanDefinition(Keeper.class);
        definition.setScope("prototype");
        define(registry, "keeper", definition);
      };
    }
  }
}
