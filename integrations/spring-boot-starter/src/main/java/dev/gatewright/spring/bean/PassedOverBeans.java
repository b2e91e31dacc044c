package dev.gatewright.spring.bean;

import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.guard.MockitoMocks;
import dev.gatewright.spring.guard.Unproxied;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds beans that Gatewright would ask, had it known what they are: parts of the gate, object
 * policies, keys of limits. What is asked is chosen by what definitions say, before any bean is
 * made; and a definition may say less, as an interface, or a factory bean without its type.
 */
final class PassedOverBeans {
  private static final String SCOPED = "scopedTarget.";

  private final ConfigurableListableBeanFactory beanFactory;
  private final Map<Class<?>, Asked> asked = new ConcurrentHashMap<>();

  /** Made before all singletons were there, one of which may be the same object. */
  private final Queue<Made> undecided = new ConcurrentLinkedQueue<>();

  private volatile boolean singletonsAreMade;

  PassedOverBeans(ConfigurableListableBeanFactory beanFactory) {
    this.beanFactory = beanFactory;
  }

  /**
   * What is asked of one type.
   *
   * @param names of the beans whose definitions say that they are of it
   * @param isChosen whether the application has marked the one that is to be asked
   */
  private record Asked(Set<String> names, boolean isChosen) {}

  private record Made(Object object, String bean, ConfigurableListableBeanFactory beans) {}

  /**
   * Takes over what definitions say of a type of which one bean is asked.
   *
   * @param found names of the beans of that type, of this context and its parents
   */
  void askOne(Class<?> type, String[] found) {
    Set<String> names = Set.of(found);
    asked.put(type, new Asked(names, names.stream().anyMatch(this::isPrimary)));
  }

  /** Likewise, of a type of which all beans are asked. */
  void askAll(Class<?> type) {
    asked.put(type, new Asked(Set.of(namesOf(type, beanFactory)), false));
  }

  /** The beans of a type, of a context and its parents, as far as definitions say it. */
  static String[] namesOf(Class<?> type, ConfigurableListableBeanFactory beans) {
    return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false);
  }

  private boolean isPrimary(String name) {
    BeanDefinition definition = new BeanOrigin(name, beanFactory).definition();
    return definition != null && definition.isPrimary();
  }

  /** All singletons are there: looks at what was made so far, and from now on at once. */
  void decide() {
    singletonsAreMade = true;
    for (Made made = undecided.poll(); made != null; made = undecided.poll()) {
      verify(made.object(), made.bean(), made.beans());
    }
    for (String name : beanFactory.getBeanDefinitionNames()) {
      if (isMadeLate(beanFactory.getMergedBeanDefinition(name)) && mayHide(name)) {
        // Nobody may ever ask for it by what it says that it is. It is looked at as it is made.
        beanFactory.getBean(name);
      }
    }
  }

  private static boolean isMadeLate(BeanDefinition definition) {
    return definition.isLazyInit()
        && definition.isSingleton()
        && !definition.isAbstract()
        && definition.isAutowireCandidate();
  }

  /** Whether the object that a bean will be may be more than its definition says. */
  private boolean mayHide(String name) {
    if (beanFactory.containsSingleton(name)) {
      return false;
    }
    Class<?> type = beanFactory.getType(name, false);
    return type == null
        || (Modifier.isAbstract(type.getModifiers()) && !FrameworkClasses.contain(type));
  }

  /**
   * Looks at a bean, or at what is in one that is a collection.
   *
   * @throws StartUpException if Gatewright passes over it
   */
  void verify(Object object, String bean, ConfigurableListableBeanFactory beans) {
    Class<?> type = Unproxied.of(object).type();
    asked.forEach(
        (part, known) -> {
          if ((part.isInstance(object) || part.isAssignableFrom(type))
              && isHidden(known, bean, beans)
              && !MockitoMocks.contain(object)) {
            if (!singletonsAreMade) {
              undecided.add(new Made(object, bean, beans));
            } else if (!isAsked(object, known)) {
              throw passedOver(part, type, bean, beans);
            }
          }
        });
  }

  /** Looks at what a factory bean makes, which it need not have done yet. */
  void verifyProduct(Class<?> type, String bean, ConfigurableListableBeanFactory beans) {
    asked.forEach(
        (part, known) -> {
          if (part.isAssignableFrom(type)
              && isHidden(known, bean, beans)
              && beans.isSingleton(bean)) {
            verify(beans.getBean(bean), bean, beans);
          }
        });
  }

  /** Whether nothing has said of the bean what it is, or that it is not to be asked. */
  private boolean isHidden(Asked known, String bean, ConfigurableListableBeanFactory beans) {
    if (!beans.containsBean(bean)) {
      // Is part of a bean that the application has put together.
      return false;
    }
    if (isOfChild(beans)) {
      // Nobody asks it, whatever it says; one that has guards of its own looks for itself.
      return !beans.containsLocalBean(GuardBeans.REGISTRAR);
    }
    String named = bean.startsWith(SCOPED) ? bean.substring(SCOPED.length()) : bean;
    BeanDefinition definition = new BeanOrigin(named, beans).definition();
    return !known.isChosen()
        && !known.names().contains(bean)
        && (definition == null || definition.isAutowireCandidate());
  }

  private boolean isOfChild(ConfigurableListableBeanFactory beans) {
    BeanFactory each = beanFactory;
    while (each != beans && each instanceof ConfigurableListableBeanFactory child) {
      each = child.getParentBeanFactory();
    }
    return each != beans;
  }

  /** Whether the object is also a bean that is asked. */
  private boolean isAsked(Object object, Asked known) {
    for (BeanFactory each = beanFactory;
        each instanceof ConfigurableListableBeanFactory beans;
        each = beans.getParentBeanFactory()) {
      for (String name : known.names()) {
        Object other = beans.containsSingleton(name) ? beans.getSingleton(name) : null;
        if (other != null && behindProxies(other) == behindProxies(object)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Object behindProxies(Object object) {
    Object target = Unproxied.of(object).target();
    return target == null ? object : target;
  }

  private StartUpException passedOver(
      Class<?> part, Class<?> type, String bean, ConfigurableListableBeanFactory beans) {
    String what =
        "the bean '"
            + bean
            + "' is or holds an object of "
            + type.getName()
            + ", which is a "
            + part.getName()
            + (part == type ? " as annotations name it" : "");
    return isOfChild(beans)
        ? new StartUpException(
            what + ", but is of a child context: the gate of its parent asks only what is there",
            "define it in the parent context.")
        : new StartUpException(
            what
                + ", but nothing said so when Gatewright chose what it asks, so that it would be"
                + " passed over",
            "let its @Bean method return "
                + type.getName()
                + ", or its factory bean say so by its type argument; if it is not to be asked, let"
                + " the method be @Bean(autowireCandidate = false).");
  }
}
