package dev.gatewright.spring;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ReflectionUtils;

/**
 * Looks at objects that the application's beans have in their fields without being beans
 * themselves, as what a factory method made by hand and handed to a constructor.
 */
final class HeldObjectVerifier {
  private static final int MAX_DEPTH = 3;
  private static final int MAX_OBJECTS = 10_000;

  /** Their fields hold nothing of the application's that is not looked at elsewhere. */
  private static final List<String> FRAMEWORKS =
      List.of(
          "java.",
          "javax.",
          "jakarta.",
          "jdk.",
          "sun.",
          "com.sun.",
          "org.springframework.",
          "org.apache.",
          "org.hibernate.",
          "org.eclipse.",
          "io.micrometer.",
          "ch.qos.",
          "com.fasterxml.",
          "com.zaxxer.",
          "tools.jackson.",
          "dev.gatewright.spring.",
          "dev.gatewright.runtime.");

  private final Set<Object> beans = Collections.newSetFromMap(new IdentityHashMap<>());

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
    Map<String, Object> targets = new LinkedHashMap<>();
    for (String name : beanFactory.getSingletonNames()) {
      Object bean = beanFactory.getSingleton(name);
      Object target = bean == null ? null : Unproxied.of(bean).target();
      if (target != null) {
        targets.put(name, target);
      }
    }
    beans.addAll(targets.values());
    targets.forEach((name, bean) -> heldBy(bean).forEach(each -> verify(each, bean, name)));
    beans.clear();
  }

  private void verify(Object held, Object bean, String beanName) {
    Class<?> type = Unproxied.of(held).type();
    if (reach(type)
        && !GuardClasses.isGenerated(type)
        && !GuardVerifier.isTestDouble(held)
        && !exemptions.contain(bean.getClass())) {
      throw MissingGuard.held(type, beanName, bean.getClass());
    }
  }

  private boolean reach(Class<?> type) {
    try {
      return annotations.reach(type);
    } catch (LinkageError incomplete) {
      // An optional part of a library; whoever calls it fails.
      return false;
    }
  }

  private Set<Object> heldBy(Object bean) {
    Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Queue<Object> level = new ArrayDeque<>(List.of(bean));
    for (int depth = 0; depth < MAX_DEPTH && found.size() < MAX_OBJECTS; depth++) {
      Queue<Object> next = new ArrayDeque<>();
      level.forEach(each -> addFields(each, found, next));
      level = next;
    }
    return found;
  }

  private void addFields(Object holder, Set<Object> found, Queue<Object> next) {
    for (Class<?> type = holder.getClass();
        type != null && isOfApplication(type);
        type = type.getSuperclass()) {
      for (Field field : fieldsOf(type)) {
        Object value = valueOf(field, holder);
        for (Object each : value == null ? List.of() : HeldObjects.andBean(value)) {
          if (isOfApplication(each.getClass()) && !beans.contains(each) && found.add(each)) {
            next.add(each);
          }
        }
      }
    }
  }

  private static Field[] fieldsOf(Class<?> type) {
    try {
      return type.getDeclaredFields();
    } catch (LinkageError incomplete) {
      return new Field[0];
    }
  }

  private static @Nullable Object valueOf(Field field, Object holder) {
    return field.getType().isPrimitive() || !field.trySetAccessible()
        ? null
        : ReflectionUtils.getField(field, holder);
  }

  private static boolean isOfApplication(Class<?> type) {
    return Proxy.isProxyClass(type)
        || (!type.isArray()
            && !type.isEnum()
            && FRAMEWORKS.stream().noneMatch(each -> type.getName().startsWith(each)));
  }
}
