package dev.gatewright.applications.container;

import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.Tells;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.core.PriorityOrdered;

/** Keepers that Spring makes before it has all of its post-processors, and forgets. */
public final class Early {
  private Early() {}

  static Keeper make() {
    return new Keeper();
  }

  private static RootBeanDefinition factoryMade() {
    RootBeanDefinition definition = new RootBeanDefinition(Early.class);
    definition.setFactoryMethodName("make");
    return definition;
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfFactoryPostProcessor {
    @Bean
    static BeanFactoryPostProcessor asking() {
      return beans ->
          beans.registerSingleton("holder", new Held(beans.getBean("keeper", Tells.class)));
    }

    @Bean
    @Scope("prototype")
    static Tells keeper() {
      return new Keeper();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfRegistryPostProcessor
      implements BeanDefinitionRegistryPostProcessor, PriorityOrdered {
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
      RootBeanDefinition keeper = factoryMade();
      keeper.setScope(BeanDefinition.SCOPE_PROTOTYPE);
      registry.registerBeanDefinition("keeper", keeper);
      ConfigurableListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
      beans.registerSingleton("holder", new Held(beans.getBean("keeper", Tells.class)));
    }

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfPostProcessor {
    @Bean
    static HoldingFirst holder(Tells keeper) {
      return new HoldingFirst(keeper);
    }

    @Bean
    @Scope("prototype")
    static Tells keeper() {
      return new Keeper();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InsidePostProcessor implements BeanDefinitionRegistryPostProcessor {
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
      RootBeanDefinition holder = new RootBeanDefinition(HoldingFirst.class);
      holder.getConstructorArgumentValues().addGenericArgumentValue(factoryMade());
      registry.registerBeanDefinition("holder", holder);
    }
  }

  /** Is needed before any other bean is made. */
  public static class HoldingFirst extends Held implements BeanPostProcessor, PriorityOrdered {
    public HoldingFirst(Tells keeper) {
      super(keeper);
    }

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }
  }

  /** Has a keeper that nobody else can get at. */
  public static class Held implements Supplier<Object> {
    private final Tells keeper;

    Held(Tells keeper) {
      this.keeper = keeper;
    }

    @Override
    public Object get() {
      return keeper;
    }
  }
}
