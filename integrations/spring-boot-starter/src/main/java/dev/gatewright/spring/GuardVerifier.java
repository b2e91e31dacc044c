package dev.gatewright.spring;

import dev.gatewright.runtime.Guard;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.MergedBeanDefinitionPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Looks at every bean, however it came to be: what bears annotations of ours must be its guard, and
 * nothing may stand before a guard that can answer instead of it.
 *
 * <p>Sees each bean when it is made, last of all post-processors. Once all singletons are there it
 * looks again, at what post-processors are not shown: products of factory beans, objects that were
 * registered as they are, beans of parent contexts; and at each child context when it is refreshed.
 */
final class GuardVerifier extends ChildContextVerifier
    implements MergedBeanDefinitionPostProcessor, SmartInitializingSingleton {
  private static final String ENHANCED =
      "org.springframework.context.annotation.ConfigurationClassEnhancer$EnhancedConfiguration";

  private final GuardAnnotations annotations = new GuardAnnotations();
  private final ConfigurableListableBeanFactory beanFactory;
  private final Exemptions exemptions;
  private final AdviceVerifier advice;

  GuardVerifier(ConfigurableListableBeanFactory beanFactory, Environment environment) {
    this.beanFactory = beanFactory;
    this.exemptions = Exemptions.of(environment);
    this.advice = new AdviceVerifier(exemptions);
  }

  /** The one object that notes what each exemption was met for. */
  Exemptions exemptions() {
    return exemptions;
  }

  @Override
  public void postProcessMergedBeanDefinition(
      RootBeanDefinition definition, Class<?> type, String beanName) {
    // Nothing to change. The interface makes this the last post-processor.
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    verify(bean, beanName, beanFactory);
    return bean;
  }

  @Override
  public void afterSingletonsInstantiated() {
    // Behind post-processors that are last like this one.
    beanFactory.addBeanPostProcessor(this);
    verifyAll(beanFactory);
    for (BeanFactory parent = beanFactory.getParentBeanFactory();
        parent instanceof ConfigurableListableBeanFactory ancestor;
        parent = ancestor.getParentBeanFactory()) {
      verifyAll(ancestor);
      verifyTypes(ancestor);
    }
  }

  @Override
  boolean isOther(ConfigurableApplicationContext context) {
    return context.getBeanFactory() != beanFactory;
  }

  @Override
  void verifyChild(ConfigurableApplicationContext child) {
    verifyAll(child.getBeanFactory());
    verifyTypes(child.getBeanFactory());
  }

  /** In contexts that put no guards into place nobody sees beans that are made later. */
  private void verifyTypes(ConfigurableListableBeanFactory beans) {
    if (beans.containsBean(GuardInitializer.REGISTRAR)
        && beans.containsLocalBean(GuardInitializer.REGISTRAR)) {
      return;
    }
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.containsSingleton(name) ? null : beans.getType(name, false);
      if (type != null
          && annotations.reach(type)
          && !GuardClasses.isGenerated(userClass(type))
          && !beans.getMergedBeanDefinition(name).isAbstract()) {
        throw MissingGuard.madeByApplication(userClass(type), name, maker(name, beans));
      }
    }
  }

  private void verifyAll(ConfigurableListableBeanFactory beans) {
    for (String name : beans.getSingletonNames()) {
      Object bean = beans.getSingleton(name);
      if (bean != null) {
        verify(bean, name, beans);
      }
    }
    for (String factory : beans.getBeanNamesForType(FactoryBean.class, true, false)) {
      verifyProduct(factory.substring(BeanFactory.FACTORY_BEAN_PREFIX.length()), beans);
    }
  }

  /** Post-processors do not see what a factory bean with a synthetic definition makes. */
  private void verifyProduct(String name, ConfigurableListableBeanFactory beans) {
    boolean synthetic =
        beans.containsBeanDefinition(name)
            && beans.getMergedBeanDefinition(name) instanceof RootBeanDefinition definition
            && definition.isSynthetic();
    Object factory = synthetic ? beans.getBean(BeanFactory.FACTORY_BEAN_PREFIX + name) : null;
    Class<?> type =
        factory instanceof FactoryBean<?> maker
            ? maker.getObjectType()
            : beans.getType(name, false);
    if (type != null && GuardClasses.isGuard(type) && beans.isSingleton(name)) {
      verify(beans.getBean(name), name, beans);
    } else if (type != null && annotations.reach(type)) {
      if (!beans.isSingleton(name) || !(beans.getBean(name) instanceof Guard)) {
        throw MissingGuard.madeByApplication(userClass(type), name, maker(name, beans));
      }
    } else if (factory instanceof FactoryBean<?> maker && !maker.isSingleton() && isOwn(maker)) {
      throw new StartUpException(
          "the factory bean "
              + maker.getClass().getName()
              + " (bean '"
              + name
              + "') has a synthetic definition and makes a new object for each caller, so nobody"
              + " sees whether they are guards",
          "do not make its definition synthetic.");
    }
  }

  private static boolean isOwn(Object factory) {
    return !factory.getClass().getName().startsWith("org.springframework.");
  }

  private static Class<?> userClass(Class<?> type) {
    return ClassUtils.getUserClass(type);
  }

  /**
   * Verifies a bean.
   *
   * @throws StartUpException if it is not guarded and should be
   */
  private void verify(Object bean, String beanName, ConfigurableListableBeanFactory beans) {
    Class<?> target = AopUtils.getTargetClass(bean);
    Class<?> type = isEnhancedConfiguration(target) ? target.getSuperclass() : target;
    if (GuardClasses.isGenerated(type)) {
      advice.verify(bean, type, beanName);
      InjectedPolicies.verify(bean, type, beans);
    } else {
      verifyUnguarded(bean, type, beanName, beans);
    }
  }

  /** Spring extends configuration classes, and overrides their bean methods only. */
  private static boolean isEnhancedConfiguration(Class<?> type) {
    for (Class<?> each : type.getInterfaces()) {
      if (each.getName().equals(ENHANCED)) {
        return true;
      }
    }
    return false;
  }

  private void verifyUnguarded(
      Object bean, Class<?> type, String beanName, ConfigurableListableBeanFactory beans) {
    Class<?> meant = guardIn(beanName, beans);
    if (meant != null && !isTestDouble(bean)) {
      throw new StartUpException(
          "the bean '"
              + beanName
              + "' is to be "
              + meant.getName()
              + ", but a post-processor has put an object of "
              + bean.getClass().getName()
              + " into its place, which can answer without asking the guard",
          "leave the guard in its place; an advice of Spring AOP is looked at and may stay.");
    }
    Class<?> annotated = annotated(type, bean.getClass());
    if (annotated != null && !isTestDouble(bean)) {
      throw GuardClasses.find(annotated) == null && !isMadeByMethod(beanName, beans)
          ? MissingGuard.notGenerated(annotated, beanName)
          : MissingGuard.madeByApplication(annotated, beanName, maker(beanName, beans));
    }
  }

  /** What of a bean bears annotations: its class, or an interface that a proxy implements. */
  private @Nullable Class<?> annotated(Class<?> type, Class<?> proxy) {
    if (annotations.reach(type)) {
      return type;
    }
    for (Class<?> each : proxy.getInterfaces()) {
      if (annotations.reach(each)) {
        return each;
      }
    }
    return null;
  }

  /** The guard that the bean's definition names; null where it names none. */
  private static @Nullable Class<?> guardIn(
      String beanName, ConfigurableListableBeanFactory beans) {
    if (!beans.containsBeanDefinition(beanName)) {
      return null;
    }
    BeanDefinition definition = beans.getMergedBeanDefinition(beanName);
    Class<?> type =
        definition.getFactoryMethodName() == null && definition instanceof RootBeanDefinition root
            ? (root.hasBeanClass() ? root.getBeanClass() : null)
            : null;
    return type != null && GuardClasses.isGenerated(type) ? type : null;
  }

  /** A test may put a mock of Mockito's into any place. */
  static boolean isTestDouble(Object bean) {
    return ClassUtils.isPresent("org.mockito.Mockito", GuardVerifier.class.getClassLoader())
        && MockitoMocks.contain(bean);
  }

  private static boolean isMadeByMethod(String beanName, ConfigurableListableBeanFactory beans) {
    return beans.containsBeanDefinition(beanName)
        && beans.getMergedBeanDefinition(beanName).getFactoryMethodName() != null;
  }

  private static String maker(String beanName, ConfigurableListableBeanFactory beans) {
    if (!beans.containsBeanDefinition(beanName)) {
      return "The application";
    }
    BeanDefinition definition = beans.getMergedBeanDefinition(beanName);
    String method = definition.getFactoryMethodName();
    String className = definition.getBeanClassName();
    if (method == null) {
      return className == null || !beans.isFactoryBean(beanName)
          ? "The application"
          : "The factory bean " + className;
    }
    String owner = definition.getFactoryBeanName();
    Class<?> type = owner == null ? null : beans.getType(owner, false);
    String declaring = className == null ? "the bean '" + owner + "'" : className;
    String shown = type == null ? declaring : userClass(type).getName();
    return "The factory method " + shown + "." + method + "()";
  }
}
