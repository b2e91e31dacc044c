package dev.gatewright.applications.container;

import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.Tells;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.SmartFactoryBean;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** Factory beans whose products no post-processor sees, and that say less of them than they are. */
public final class SyntheticFactories {
  private SyntheticFactories() {}

  private abstract static class Definition implements BeanDefinitionRegistryPostProcessor {
    private final Class<?> factory;

    Definition(Class<?> factory) {
      this.factory = factory;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
      RootBeanDefinition definition = new RootBeanDefinition(factory);
      definition.setSynthetic(true);
      registry.registerBeanDefinition("keeper", definition);
    }
  }

  public static class OfInterface extends Definition {
    OfInterface() {
      super(InterfaceFactory.class);
    }
  }

  public static class OfUnknown extends Definition {
    OfUnknown() {
      super(UnknownFactory.class);
    }
  }

  public static class OfSeveral extends Definition {
    OfSeveral() {
      super(SeveralFactory.class);
    }
  }

  public static class InterfaceFactory implements FactoryBean<Tells> {
    @Override
    public Tells getObject() {
      return new Keeper();
    }

    @Override
    public Class<?> getObjectType() {
      return Tells.class;
    }
  }

  public static class UnknownFactory implements FactoryBean<Object> {
    @Override
    public Object getObject() {
      return new Keeper();
    }

    @Override
    public @Nullable Class<?> getObjectType() {
      return null;
    }
  }

  /** Makes what it is asked for. */
  public static class SeveralFactory implements SmartFactoryBean<Tells> {
    @Override
    public Tells getObject() {
      return new Keeper();
    }

    @Override
    @SuppressWarnings("unchecked") // It is asked for what a keeper is.
    public <S> S getObject(Class<S> type) {
      return (S) new Keeper();
    }

    @Override
    public Class<?> getObjectType() {
      return Tells.class;
    }

    @Override
    public boolean supportsType(Class<?> type) {
      return type.isAssignableFrom(Tells.class);
    }
  }
}
