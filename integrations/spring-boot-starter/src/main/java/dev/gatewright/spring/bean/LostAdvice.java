package dev.gatewright.spring.bean;

import dev.gatewright.runtime.GuardOf;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.Unproxied;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Finds advice that would apply to a class and does not apply to its guard, as the pointcut asks
 * for the class itself, or for annotations that a guard does not repeat. It would stop working
 * without a word.
 *
 * <p>Compares all methods that a proxy could be called by: also those that the guard leaves alone,
 * as a pointcut may ask for the class only. Guards are compared once all post-processors are there:
 * those that are made by then when all singletons are, others when they are made. Thread-safe.
 */
final class LostAdvice {
  private final ConfigurableListableBeanFactory beans;
  private final Exemptions exemptions;

  /** Guards that were made before advice could be compared, with the names of their beans. */
  private final Map<Class<?>, String> made = new ConcurrentHashMap<>();

  private final Set<Class<?>> compared = ConcurrentHashMap.newKeySet();
  private volatile boolean started;

  LostAdvice(ConfigurableListableBeanFactory beans, Exemptions exemptions) {
    this.beans = beans;
    this.exemptions = exemptions;
  }

  /**
   * Compares what stands before a guard of this container, and what that puts before its class.
   *
   * @throws StartUpException if an advice is lost
   */
  void verify(Unproxied guard, String beanName, ConfigurableListableBeanFactory of) {
    Class<?> type = guard.type();
    if (of != beans || compared.contains(type)) {
      return;
    }
    for (Advised proxy : guard.proxies()) {
      List<Advisor> advisors = List.of(proxy.getAdvisors());
      ProxyCreators.asFor(beanName, () -> verify(type, advisors, advisors));
    }
    if (started) {
      verify(type, beanName);
    } else {
      made.putIfAbsent(type, beanName);
    }
  }

  /**
   * Compares guards that were made so far, and those that definitions name.
   *
   * @throws StartUpException if an advice is lost
   */
  void start() {
    started = true;
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.getType(name, false);
      Class<?> user = type == null ? null : ClassUtils.getUserClass(type);
      if (user != null && GuardClasses.isGenerated(user)) {
        made.putIfAbsent(user, name);
      }
    }
    made.forEach(this::verify);
    made.clear();
  }

  private void verify(Class<?> guard, String beanName) {
    List<Advisor> ofClass = ProxyCreators.advisorsOf(guarded(guard), beanName, beans);
    List<Advisor> ofGuard = ProxyCreators.advisorsOf(guard, beanName, beans);
    ProxyCreators.asFor(beanName, () -> verify(guard, ofClass, ofGuard));
    compared.add(guard);
  }

  private void verify(Class<?> guard, List<Advisor> ofClass, List<Advisor> ofGuard) {
    Class<?> guarded = guarded(guard);
    if (guarded.isInterface()) {
      // Its guard calls another object, which may have its own advice.
      return;
    }
    Set<String> present = ConcurrentHashMap.newKeySet();
    ofGuard.forEach(each -> present.add(ComparedAdvice.nameOf(each.getAdvice())));
    boolean introduces = AdviceVerifier.introducesTo(guarded, ofClass.toArray(Advisor[]::new));
    for (Advisor each : ofClass) {
      ComparedAdvice advice = new ComparedAdvice(each, introduces);
      Method lost =
          advice.isOfProxies()
              ? null
              : lost(advice, present.contains(advice.name()), guarded, guard);
      if (lost != null && !exemptions.containNamed(advice.name())) {
        throw refusal(advice, lost, guarded);
      }
    }
  }

  /** The method before which the advice would stand; null where it stands before the guard, too. */
  private static @Nullable Method lost(
      ComparedAdvice advice, boolean isPresent, Class<?> guarded, Class<?> guard) {
    return Stream.concat(
            called(guarded)
                .filter(each -> advice.applies(each, guarded))
                .filter(
                    each ->
                        !isPresent
                            || !advice.appliesAlike(
                                AopUtils.getMostSpecificMethod(each, guard), guard, guarded)),
            ofInterfaces(guarded)
                .filter(each -> advice.applies(each, guarded))
                .filter(each -> !isPresent || !advice.appliesAlike(each, guard, guarded)))
        .findFirst()
        .orElse(null);
  }

  /** The methods by which a proxy that extends the class is called. */
  private static Stream<Method> called(Class<?> guarded) {
    return Stream.of(ReflectionUtils.getAllDeclaredMethods(guarded))
        .filter(LostAdvice::isOverridable)
        .filter(each -> AopUtils.getMostSpecificMethod(each, guarded).equals(each));
  }

  /** The methods by which a proxy that only implements interfaces is called. */
  private static Stream<Method> ofInterfaces(Class<?> guarded) {
    return Stream.of(ClassUtils.getAllInterfacesForClass(guarded))
        .flatMap(each -> Stream.of(each.getMethods()))
        .filter(LostAdvice::isOverridable);
  }

  private static boolean isOverridable(Method method) {
    return (method.getModifiers() & (Modifier.STATIC | Modifier.PRIVATE | Modifier.FINAL)) == 0
        && !method.isSynthetic()
        && method.getDeclaringClass() != Object.class;
  }

  private static Class<?> guarded(Class<?> guard) {
    return guard.getAnnotation(GuardOf.class).value();
  }

  private static StartUpException refusal(ComparedAdvice advice, Method method, Class<?> guarded) {
    return new StartUpException(
        "the advice "
            + advice.name()
            + " (of "
            + advice.advisor()
            + ") applies to "
            + guarded.getSimpleName()
            + "."
            + method.getName()
            + " of "
            + guarded.getName()
            + ", and not to its guard: the pointcut asks for that very class, for annotations"
            + " of Spring or Jakarta, or for such that its guard cannot name; and a guard is a"
            + " subclass that bears none of them",
        "let the pointcut name the method, as by 'execution(* "
            + method.getDeclaringClass().getName()
            + "."
            + method.getName()
            + "(..))'; or advise a bean that the endpoint calls; or, if the endpoint may do"
            + " without this advice, list the advice's class and method in '"
            + Exemptions.PROPERTY
            + "': "
            + advice.name()
            + ".");
  }
}
