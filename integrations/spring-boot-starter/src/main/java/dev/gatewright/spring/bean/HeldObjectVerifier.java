package dev.gatewright.spring.bean;

import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.guard.GuardAnnotations;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.MockitoMocks;
import dev.gatewright.spring.guard.Unproxied;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.aopalliance.aop.Advice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Looks at objects that the application's beans have in their fields without being beans
 * themselves, as what a factory method made by hand and handed to a constructor.
 */
final class HeldObjectVerifier {
  private static final Logger log = LoggerFactory.getLogger(HeldObjectVerifier.class);

  private static final int MAX_DEPTH = 3;

  /** Of one bean; those that only have plain values are not counted. */
  private static final int MAX_OBJECTS = 10_000;

  /** Of Spring: their proxies ask the container for the bean at each call. */
  private static final List<String> ASK_CONTAINER =
      List.of(
          "org.springframework.context.annotation.",
          "org.springframework.aop.target.SimpleBeanTargetSource",
          "org.springframework.aop.target.LazyInitTargetSource",
          "org.springframework.aop.target.PrototypeTargetSource",
          "org.springframework.aop.target.ThreadLocalTargetSource",
          "org.springframework.aop.target.CommonsPool2TargetSource");

  private final Set<Object> beans = Collections.newSetFromMap(new IdentityHashMap<>());
  private final HeldFields fields = new HeldFields(beans);

  private final GuardAnnotations annotations;
  private final Exemptions exemptions;

  HeldObjectVerifier(GuardAnnotations annotations, Exemptions exemptions) {
    this.annotations = annotations;
    this.exemptions = exemptions;
  }

  /**
   * Looks at what all singletons hold.
   *
   * @throws StartUpException if one of them holds an object that should be guarded and is not
   */
  void verify(ConfigurableListableBeanFactory beanFactory) {
    Map<String, Object> own = singletonsOf(beanFactory);
    for (BeanFactory parent = beanFactory.getParentBeanFactory();
        parent instanceof ConfigurableListableBeanFactory ancestor;
        parent = ancestor.getParentBeanFactory()) {
      beans.addAll(singletonsOf(ancestor).values());
    }
    beans.addAll(own.values());
    verifyAdvice(beanFactory);
    own.forEach((name, bean) -> verify(bean, name));
    beans.clear();
    fields.forget();
  }

  private static Map<String, Object> singletonsOf(ConfigurableListableBeanFactory beanFactory) {
    Map<String, Object> singletons = new LinkedHashMap<>();
    for (String name : beanFactory.getSingletonNames()) {
      Object bean = beanFactory.getSingleton(name);
      if (bean != null) {
        Object target = Unproxied.of(bean).target();
        singletons.put(name, target == null ? bean : target);
      }
    }
    return singletons;
  }

  /** Advice may answer by an object of its own, above all where it introduces an interface. */
  private void verifyAdvice(ConfigurableListableBeanFactory beanFactory) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (String name : beanFactory.getSingletonNames()) {
      Object bean = beanFactory.getSingleton(name);
      List<Advised> proxies = bean == null ? List.of() : Unproxied.of(bean).proxies();
      for (Advised proxy : proxies) {
        for (Advisor advisor : proxy.getAdvisors()) {
          Advice advice = advisor.getAdvice();
          Class<?> unguarded = seen.add(advice) ? unguardedIn(advice, name) : null;
          if (unguarded != null) {
            if (!exemptions.containHolder(advice.getClass())) {
              throw MissingGuard.advising(unguarded, name, advice.getClass());
            }
            fields.forget();
          }
        }
      }
    }
  }

  private void verify(Object bean, String name) {
    Class<?> unguarded = unguardedIn(bean, name);
    if (unguarded != null) {
      if (!exemptions.containHolder(bean.getClass())) {
        throw MissingGuard.held(unguarded, name, bean.getClass());
      }
      // What this bean may hold others may not.
      fields.forget();
    }
  }

  /**
   * The class of an object that should be guarded and is not, among those that the object consists
   * of or holds; null where there is none.
   */
  @Nullable Class<?> unguardedIn(Object root, String name) {
    Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Queue<Object> level = new ArrayDeque<>();
    for (Object each : fields.inBean(root)) {
      Class<?> unguarded = unguarded(each);
      if (unguarded != null) {
        return unguarded;
      }
      note(each, found, level);
    }
    for (int depth = 1; depth < MAX_DEPTH; depth++) {
      Queue<Object> next = new ArrayDeque<>();
      for (Object holder : level) {
        for (Object each : fields.in(holder)) {
          Class<?> unguarded = unguarded(each);
          if (unguarded != null) {
            return unguarded;
          }
          note(each, found, next);
        }
      }
      level = next;
    }
    if (found.size() >= MAX_OBJECTS) {
      log.warn(
          "The bean '{}' holds more than {} objects; nobody has looked whether objects behind those"
              + " have their guards",
          name,
          MAX_OBJECTS);
    }
    return null;
  }

  /** What an exempt class holds is its author's word. */
  private void note(Object each, Set<Object> found, Queue<Object> next) {
    Class<?> type = each.getClass();
    if (found.size() < MAX_OBJECTS
        && HeldFields.isOfApplication(type)
        && HeldFields.mayHold(type)
        && !beans.contains(each)
        && !exemptions.containHolder(type)
        && found.add(each)) {
      next.add(each);
    }
  }

  /** The class of the object, or of one that it will make, if that should be guarded and is not. */
  private @Nullable Class<?> unguarded(Object held) {
    if (beans.contains(held)) {
      return null;
    }
    Class<?> itself = held.getClass();
    if (!HeldFields.isOfApplication(itself) && !Proxy.isProxyClass(itself)) {
      return LaterObjects.typesMadeBy(held)
          .filter(each -> reach(each) && !GuardClasses.isGenerated(each))
          .findFirst()
          .orElse(null);
    }
    Unproxied unproxied = Unproxied.of(held);
    boolean unguarded =
        !isFromContainer(unproxied)
            && reach(unproxied.type())
            && !unproxied.isGuard()
            && !MockitoMocks.contain(held);
    return unguarded ? unproxied.type() : null;
  }

  /** Of a proxy whose target is known, that is looked at by itself. */
  private static boolean isFromContainer(Unproxied unproxied) {
    List<Advised> proxies = unproxied.proxies();
    if (proxies.isEmpty() || unproxied.target() != null) {
      return false;
    }
    Class<?> source = proxies.get(proxies.size() - 1).getTargetSource().getClass();
    return ASK_CONTAINER.stream().anyMatch(each -> FrameworkClasses.contain(source, each));
  }

  private boolean reach(Class<?> type) {
    try {
      return annotations.reach(type);
    } catch (LinkageError incomplete) {
      // An optional part of a library; whoever calls it fails.
      return false;
    }
  }
}
