package dev.gatewright.spring.bean;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.guard.GuardAnnotations;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.startup.StartUpException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.PropertyValue;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanDefinitionHolder;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.ConstructorArgumentValues;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.annotation.ScannedGenericBeanDefinition;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Puts guards in the place of the classes they guard, and registers object-level policies that the
 * application has not registered itself. Runs after component scan and conditions.
 */
final class GuardRegistrar implements BeanDefinitionRegistryPostProcessor, ApplicationContextAware {
  private final GuardAnnotations annotations = new GuardAnnotations();
  private final List<Class<?>> guards = new ArrayList<>();
  private @Nullable ApplicationContext context;

  @Override
  public void setApplicationContext(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    if (registry instanceof BeanFactory beans && AutoConfigurationPackages.has(beans)) {
      AutoConfigurationPackages.get(beans).forEach(FrameworkClasses::addPackage);
    }
    replaceAll(registry);
    if (registry.containsBeanDefinition(GuardBeans.VERIFIER)) {
      // Where an application was started without its initializers, this is the first chance.
      GuardVerifier.watch((ConfigurableListableBeanFactory) registry);
    }
  }

  /** Once more, for what other post-processors have registered since. */
  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
    BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beanFactory;
    replaceAll(registry);
    requireGate(beanFactory);
    PassedOverBeans passedOver = GuardVerifier.passedOver(beanFactory);
    GateParts.verify(beanFactory, passedOver);
    if (context != null) {
      ChildWebContexts.verify(context);
    }
    Set<Class<?>> policies = new LinkedHashSet<>();
    guards.forEach(guard -> policies.addAll(GuardClasses.policiesOf(guard)));
    for (Class<?> policy : policies) {
      if (namesOf(policy, beanFactory).length == 0) {
        register(policy, registry);
      }
    }
    for (Class<?> policy : policies) {
      GateParts.verifyOne(policy, namesOf(policy, beanFactory), beanFactory);
      passedOver.askOne(policy, PassedOverBeans.namesOf(policy, beanFactory));
    }
  }

  /** The beans of that very class: one of a subclass may permit more. */
  private static String[] namesOf(Class<?> policy, ConfigurableListableBeanFactory beanFactory) {
    Set<String> names = new LinkedHashSet<>();
    for (BeanFactory beans = beanFactory;
        beans instanceof ConfigurableListableBeanFactory known;
        beans = known.getParentBeanFactory()) {
      for (String name : known.getBeanNamesForType(policy, true, false)) {
        Class<?> type = known.getType(name, false);
        if (type != null && ClassUtils.getUserClass(type) == policy) {
          names.add(name);
        }
      }
    }
    return names.toArray(String[]::new);
  }

  private static void register(Class<?> policy, BeanDefinitionRegistry registry) {
    registry.registerBeanDefinition(policy.getName(), new RootBeanDefinition(policy));
    // As the guard calls its parameter: of several candidates Spring takes the one of that name.
    String parameter = StringUtils.uncapitalize(policy.getSimpleName());
    if (!registry.isBeanNameInUse(parameter)) {
      registry.registerAlias(policy.getName(), parameter);
    }
  }

  /**
   * An application may have excluded the auto-configuration, and a slice of a test leave it out.
   */
  private void requireGate(ConfigurableListableBeanFactory beanFactory) {
    if (!guards.isEmpty()
        && (isMissing(Gate.class, beanFactory) || isMissing(Exemptions.class, beanFactory))) {
      throw new StartUpException(
          guards.get(0).getName()
              + " is in this application context, but GatewrightAutoConfiguration is no part of it:"
              + " there is no gate, and nothing that verifies handlers",
          "do not exclude dev.gatewright.spring.GatewrightAutoConfiguration; in a slice of a test"
              + " add @ImportAutoConfiguration(GatewrightAutoConfiguration.class); a parent context"
              + " that has guards needs it itself.");
    }
  }

  private static boolean isMissing(Class<?> type, ConfigurableListableBeanFactory beanFactory) {
    return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true, false)
            .length
        == 0;
  }

  private void replaceAll(BeanDefinitionRegistry registry) {
    for (String name : registry.getBeanDefinitionNames()) {
      BeanDefinition definition = registry.getBeanDefinition(name);
      if (isScannedGuard(definition)) {
        registry.removeBeanDefinition(name);
      } else {
        replaceWithInner(name, definition, registry);
      }
    }
  }

  /** A filter of a component scan may match guards, which take the place of their classes only. */
  private static boolean isScannedGuard(BeanDefinition definition) {
    return definition instanceof ScannedGenericBeanDefinition scanned
        && scanned.getMetadata().isAnnotated(GuardOf.class.getName());
  }

  /** A definition may hold others, whose beans only it gets. */
  private void replaceWithInner(
      String name, @Nullable Object value, BeanDefinitionRegistry registry) {
    if (value instanceof BeanDefinitionHolder holder) {
      replaceWithInner(holder.getBeanName(), holder.getBeanDefinition(), registry);
    } else if (value instanceof Collection<?> values) {
      values.forEach(each -> replaceWithInner(name, each, registry));
    } else if (value instanceof Map<?, ?> values) {
      values.values().forEach(each -> replaceWithInner(name, each, registry));
    } else if (value instanceof AbstractBeanDefinition definition) {
      if (definition.hasConstructorArgumentValues()) {
        ConstructorArgumentValues arguments = definition.getConstructorArgumentValues();
        arguments
            .getIndexedArgumentValues()
            .values()
            .forEach(each -> replaceWithInner(name, each.getValue(), registry));
        arguments
            .getGenericArgumentValues()
            .forEach(each -> replaceWithInner(name, each.getValue(), registry));
      }
      if (definition.hasPropertyValues()) {
        for (PropertyValue each : definition.getPropertyValues().getPropertyValueList()) {
          replaceWithInner(name, each.getValue(), registry);
        }
      }
      BeanDefinition origin = originOfClass(definition, registry);
      if (origin.getFactoryMethodName() == null
          && origin.getBeanClassName() != null
          && origin instanceof AbstractBeanDefinition typed) {
        replace(name, definition, typed);
      }
    }
  }

  /** The definition that names the class of a bean: its own, or one that it names as parent. */
  private static BeanDefinition originOfClass(
      BeanDefinition definition, BeanDefinitionRegistry registry) {
    BeanDefinition origin = definition;
    for (String parent = origin.getParentName();
        parent != null
            && origin.getBeanClassName() == null
            && origin.getFactoryMethodName() == null
            && registry.containsBeanDefinition(parent);
        parent = origin.getParentName()) {
      origin = registry.getBeanDefinition(parent);
    }
    return origin;
  }

  private void replace(
      String name, AbstractBeanDefinition definition, AbstractBeanDefinition typed) {
    Class<?> type;
    try {
      type = typeOf(typed);
      if (typed instanceof ScannedGenericBeanDefinition) {
        FrameworkClasses.addClass(type);
      }
      if (!annotations.reach(type)) {
        return;
      }
    } catch (LinkageError | ClassNotFoundException unusable) {
      // Spring says so itself, if the bean is ever made; GuardVerifier looks at it again then.
      return;
    }
    // A configuration class may have been extended by Spring already.
    Class<?> known = ClassUtils.getUserClass(type);
    if (GuardClasses.isGenerated(known)) {
      remember(known);
      return;
    }
    if (definition.getInstanceSupplier() != null) {
      throw MissingGuard.madeByApplication(type, name, "A supplier");
    }
    if (definition.isAbstract()) {
      return;
    }
    Class<?> guard = GuardClasses.find(type);
    if (guard == null) {
      throw MissingGuard.notGenerated(type, name);
    }
    definition.setBeanClass(guard);
    if (!ProxyInterfaces.haveFinalMethods(type)) {
      // The guard's own interface must not turn class-based proxies into interface-based ones.
      definition.setAttribute(AutoProxyUtils.PRESERVE_TARGET_CLASS_ATTRIBUTE, true);
    }
    GuardConstructors.choose(definition, guard);
    GuardQualifiers.copy(type, definition);
    remember(guard);
  }

  private static Class<?> typeOf(AbstractBeanDefinition definition) throws ClassNotFoundException {
    return definition.hasBeanClass()
        ? definition.getBeanClass()
        : ClassUtils.forName(
            String.valueOf(definition.getBeanClassName()), ClassUtils.getDefaultClassLoader());
  }

  private void remember(Class<?> guard) {
    if (!guards.contains(guard)) {
      guards.add(guard);
    }
  }
}
