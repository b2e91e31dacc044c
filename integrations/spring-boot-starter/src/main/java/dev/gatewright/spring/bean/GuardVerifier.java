package dev.gatewright.spring.bean;

import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.guard.GuardAnnotations;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.GuardFreshness;
import dev.gatewright.spring.guard.MockitoMocks;
import dev.gatewright.spring.guard.Unproxied;
import dev.gatewright.spring.startup.ChildContextVerifier;
import dev.gatewright.spring.startup.StartUpException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.SmartFactoryBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Looks at every bean, however it came to be: what bears annotations of ours must be its guard, and
 * nothing may stand before a guard that can answer instead of it.
 *
 * <p>Is shown each bean when it is made, by {@link BeanVerification}. Once all singletons are there
 * it looks again, at what post-processors are not shown: products of factory beans, objects that
 * were registered as they are, beans of parent contexts; at each child context when it is
 * refreshed; and at the whole again when the context is refreshed and the application is ready.
 */
final class GuardVerifier extends ChildContextVerifier
    implements SmartInitializingSingleton, BeanVerifier {
  private final GuardAnnotations annotations = new GuardAnnotations();
  private final ConfigurableListableBeanFactory beanFactory;
  private final Exemptions exemptions;
  private final AdviceVerifier advice;
  private final PassedOverBeans passedOver;
  private final LostAdvice lost;

  /** Guards as they were made, by their beans' names. */
  private final Map<String, Class<?>> made = new ConcurrentHashMap<>();

  /** Guards that are as new as what they guard. */
  private final Set<Class<?>> fresh = ConcurrentHashMap.newKeySet();

  private final RememberedRefusals refusals = new RememberedRefusals(this);
  private @Nullable BeanVerification verification;

  GuardVerifier(ConfigurableListableBeanFactory beanFactory, Environment environment) {
    this.beanFactory = beanFactory;
    this.exemptions = Exemptions.of(environment);
    this.advice = new AdviceVerifier(exemptions);
    this.passedOver = new PassedOverBeans(beanFactory);
    this.lost = new LostAdvice(beanFactory, exemptions);
  }

  /** The one object that notes what each exemption was met for. */
  Exemptions exemptions() {
    return exemptions;
  }

  /** What a context asks. */
  static PassedOverBeans passedOver(ConfigurableListableBeanFactory beans) {
    return in(beans).passedOver;
  }

  private static GuardVerifier in(ConfigurableListableBeanFactory beans) {
    return beans.getBean(GuardBeans.VERIFIER, GuardVerifier.class);
  }

  /** Looks at every bean that is made from now on: those, too, that post-processors need. */
  static void watch(ConfigurableListableBeanFactory beans) {
    in(beans).watch();
  }

  private void watch() {
    if (verification == null && beanFactory instanceof DefaultListableBeanFactory beans) {
      verification = BeanVerification.first(beans, refusals);
    }
  }

  @Override
  public void afterSingletonsInstantiated() {
    watch();
    if (verification != null) {
      verification.started();
    }
    refusals.stopStart();
    passedOver.decide();
    verifyAll(beanFactory);
    new HeldObjectVerifier(annotations, exemptions).verify(beanFactory);
    lost.start();
    for (BeanFactory parent = beanFactory.getParentBeanFactory();
        parent instanceof ConfigurableListableBeanFactory ancestor;
        parent = ancestor.getParentBeanFactory()) {
      verifyOther(ancestor);
    }
  }

  @Override
  protected boolean isOther(ConfigurableApplicationContext context) {
    // Its own, too: beans that are told of the start may have registered others.
    return true;
  }

  @Override
  protected void verifyChild(ConfigurableApplicationContext child) {
    if (child.getBeanFactory() == beanFactory) {
      verifyMade();
      child.addApplicationListener(new ReadyVerifier(child, this::verifyReady));
    } else {
      ChildWebContexts.verify(child);
      verifyOther(child.getBeanFactory());
      new HeldObjectVerifier(annotations, exemptions).verify(child.getBeanFactory());
    }
  }

  /** Once more: code that is told of the start makes objects that nobody has seen. */
  private void verifyMade() {
    verifyOther(beanFactory);
    refusals.stopStart();
  }

  /** What singletons hold takes long to look through, and may change until now. */
  private void verifyReady() {
    verifyMade();
    new HeldObjectVerifier(annotations, exemptions).verify(beanFactory);
  }

  private void verifyOther(ConfigurableListableBeanFactory beans) {
    if (beans instanceof DefaultListableBeanFactory maker) {
      BeanVerification.later(maker, refusals);
    }
    verifyAll(beans);
    verifyTypes(beans);
  }

  /** In contexts that put no guards into place what is annotated could only be made without. */
  private void verifyTypes(ConfigurableListableBeanFactory beans) {
    if (beans.containsBean(GuardBeans.REGISTRAR) && beans.containsLocalBean(GuardBeans.REGISTRAR)) {
      return;
    }
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.containsSingleton(name) ? null : beans.getType(name, false);
      if (type != null
          && annotations.reach(type)
          && !GuardClasses.isGenerated(ClassUtils.getUserClass(type))
          && !beans.getMergedBeanDefinition(name).isAbstract()) {
        throw MissingGuard.madeByApplication(
            ClassUtils.getUserClass(type), name, new BeanOrigin(name, beans).maker());
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
    if (type != null) {
      passedOver.verifyProduct(type, name, beans);
    }
    if (type != null && GuardClasses.isGuard(type) && beans.isSingleton(name)) {
      verify(beans.getBean(name), name, beans);
    } else if (type != null && annotations.reach(type)) {
      if (!beans.isSingleton(name) || !BeanOrigin.isOrWillBeGuard(beans.getBean(name), beans)) {
        throw MissingGuard.madeByApplication(
            ClassUtils.getUserClass(type), name, new BeanOrigin(name, beans).maker());
      }
    } else if (factory instanceof FactoryBean<?> maker && isOwn(maker)) {
      if (!maker.isSingleton() || makesSeveral(maker)) {
        throw new StartUpException(
            "the factory bean "
                + maker.getClass().getName()
                + " (bean '"
                + name
                + "') has a synthetic definition and makes more than one object, so nobody sees"
                + " whether they are guards",
            "do not make its definition synthetic.");
      }
      // The product may be more than its factory says: an interface, or nothing.
      verify(beans.getBean(name), name, beans);
    }
  }

  private static boolean makesSeveral(FactoryBean<?> factory) {
    return factory instanceof SmartFactoryBean<?> smart
        && (smart.isPrototype()
            || ClassUtils.getMethod(factory.getClass(), "getObject", Class.class)
                    .getDeclaringClass()
                != SmartFactoryBean.class);
  }

  private static boolean isOwn(Object factory) {
    return !FrameworkClasses.contain(factory.getClass(), "org.springframework.");
  }

  @Override
  public void verifyMade(Object bean, String beanName, ConfigurableListableBeanFactory beans) {
    Class<?> type = Unproxied.of(bean).type();
    if (!GuardClasses.isGenerated(type)) {
      made.remove(beanName);
      verify(bean, beanName, beans);
    } else if (beans == beanFactory) {
      made.put(beanName, type);
    }
  }

  @Override
  public void verify(Object bean, String beanName, ConfigurableListableBeanFactory beans) {
    HeldObjects.andBean(bean).forEach(each -> verifyOne(each, beanName, beans));
  }

  private void verifyOne(Object bean, String beanName, ConfigurableListableBeanFactory beans) {
    passedOver.verify(bean, beanName, beans);
    Unproxied unproxied = Unproxied.of(bean);
    if (unproxied.isGuard()) {
      Class<?> guard = unproxied.type();
      if (fresh.add(guard)) {
        GuardFreshness.verify(guard, GuardClasses.endpointPolicies(guard));
      }
      advice.verify(unproxied, beanName);
      lost.verify(unproxied, beanName, beans);
      InjectedPolicies.verify(unproxied, beans);
      GuardedDelegates.verify(unproxied, beanName);
    } else if (BeanOrigin.isMadeLater(unproxied, beans)) {
      // It is looked at when it is made; what stands before it is known now.
      advice.verify(unproxied.ofGuard(), beanName);
    } else {
      verifyUnguarded(bean, unproxied.type(), beanName, beans);
    }
  }

  private void verifyUnguarded(
      Object bean, Class<?> type, String beanName, ConfigurableListableBeanFactory beans) {
    BeanOrigin origin = new BeanOrigin(beanName, beans);
    Class<?> known = beans == beanFactory ? made.get(beanName) : null;
    Class<?> named = known == null ? origin.guard() : known;
    Class<?> meant = isProduct(bean, named, beanName, beans) ? null : named;
    Class<?> annotated = annotated(type, bean.getClass());
    if ((meant == null && annotated == null && !GuardClasses.isGuard(type))
        || MockitoMocks.contain(bean)) {
      return;
    }
    if (meant != null) {
      throw new StartUpException(
          "the bean '"
              + beanName
              + "' is to be "
              + meant.getName()
              + ", but a post-processor has put an object of "
              + bean.getClass().getName()
              + " into its place, which can answer without asking the guard",
          "leave the guard in its place; an advice of Spring AOP is looked at and may stay,"
              + " unless its proxy is opaque.");
    }
    if (annotated != null) {
      throw GuardClasses.find(annotated) == null && !origin.isMadeByMethod()
          ? MissingGuard.notGenerated(annotated, beanName)
          : MissingGuard.madeByApplication(annotated, beanName, origin.maker());
    }
    throw MissingGuard.notWritten(bean, beanName);
  }

  /** What a guarded factory makes comes by its name, too; its own place is taken by then. */
  private static boolean isProduct(
      Object bean,
      @Nullable Class<?> guard,
      String beanName,
      ConfigurableListableBeanFactory beans) {
    return guard != null
        && FactoryBean.class.isAssignableFrom(guard)
        && !(bean instanceof FactoryBean)
        && beans.containsSingleton(beanName)
        && beans.getSingleton(beanName) instanceof FactoryBean<?> factory
        && Unproxied.of(factory).type() == guard;
  }

  /** What of a bean bears annotations: its class, an interface of its proxy, or its superclass. */
  private @Nullable Class<?> annotated(Class<?> type, Class<?> proxy) {
    if (annotations.reach(type)) {
      return type;
    }
    if (proxy == type) {
      // What it inherits was looked at with it.
      return null;
    }
    for (Class<?> each : proxy.getInterfaces()) {
      if (annotations.reach(each)) {
        return each;
      }
    }
    Class<?> extended = ClassUtils.getUserClass(proxy);
    return annotations.reach(extended) ? extended : null;
  }
}
