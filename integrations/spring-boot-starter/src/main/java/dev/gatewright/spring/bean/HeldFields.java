package dev.gatewright.spring.bean;

import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.Unproxied;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.util.ReflectionUtils;

/**
 * Reads what objects of the application hold: in their fields, and there in containers, lambdas,
 * proxies and small holders of Spring. Calls no code of the application.
 */
final class HeldFields {
  private static final int MAX_HOLDERS = 6;

  /** Of Spring: what is made of objects that the application hands over. */
  private static final Set<String> HOLDERS =
      Set.of(
          "org.springframework.aop.aspectj",
          "org.springframework.aop.aspectj.annotation",
          "org.springframework.aop.framework",
          "org.springframework.aop.support",
          "org.springframework.aop.target",
          "org.springframework.util",
          "org.springframework.util.function",
          "org.springframework.boot.web.servlet",
          "org.springframework.core.convert.support",
          "org.springframework.messaging.handler",
          "org.springframework.messaging.handler.invocation",
          "org.springframework.plugin.core",
          "org.springframework.web.method",
          "org.springframework.web.method.support",
          "org.springframework.web.servlet.function",
          "org.springframework.web.servlet.mvc",
          "org.springframework.web.servlet.mvc.method.annotation");

  private static final Set<Class<?>> VALUES =
      Set.of(
          String.class,
          Boolean.class,
          Character.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          Class.class,
          UUID.class);

  private static final Map<Class<?>, Boolean> HOLDING = new ConcurrentHashMap<>();

  private HeldFields() {}

  /** Whether its fields may hold something of the application's that is not looked at elsewhere. */
  static boolean isOfApplication(@Nullable Class<?> type) {
    return type != null && !type.isArray() && !FrameworkClasses.contain(type);
  }

  /** Whether objects of the class have fields that could refer to others than plain values. */
  static boolean mayHold(Class<?> type) {
    Boolean known = HOLDING.get(type);
    if (known == null) {
      // Until it is known, as a class may refer to itself.
      HOLDING.put(type, true);
      known =
          Stream.<Class<?>>iterate(type, HeldFields::isOfApplication, Class::getSuperclass)
              .flatMap(each -> Stream.of(fieldsOf(each)))
              .filter(field -> !Modifier.isStatic(field.getModifiers()))
              .map(Field::getType)
              .anyMatch(HeldFields::isNoValue);
      HOLDING.put(type, known);
    }
    return known;
  }

  private static boolean isNoValue(Class<?> type) {
    if (type.isArray()) {
      return isNoValue(type.getComponentType());
    }
    boolean isValue =
        type.isPrimitive()
            || VALUES.contains(type)
            || type.getName().startsWith("java.time.")
            || type.getName().startsWith("java.math.");
    return !isValue
        && !(Modifier.isFinal(type.getModifiers()) && isOfApplication(type) && !mayHold(type));
  }

  /** What the object holds: in its fields, in itself if it is a container, and there the same. */
  static Set<Object> in(Object holder) {
    Set<Object> found = of(holder);
    for (Class<?> type = holder.getClass(); isOfApplication(type); type = type.getSuperclass()) {
      // A guard holds what it guards, if that is an interface.
      if (!GuardClasses.isGenerated(type)) {
        addFields(type, holder, found, 0);
      }
    }
    return found;
  }

  /** The object itself, and what it consists of where it only holds others. */
  static Set<Object> of(Object value) {
    Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
    add(value, found, 0);
    return found;
  }

  private static void add(Object value, Set<Object> found, int depth) {
    if (VALUES.contains(value.getClass()) || !found.add(value) || depth == MAX_HOLDERS) {
      return;
    }
    Unproxied unproxied = Unproxied.of(value);
    if (!unproxied.proxies().isEmpty()) {
      addBehind(unproxied, found, depth);
      return;
    }
    for (Object part : HeldObjects.partsOf(value)) {
      if (part != null) {
        add(part, found, depth + 1);
      }
    }
    Class<?> type = value.getClass();
    if (Proxy.isProxyClass(type)) {
      InvocationHandler handler = Proxy.getInvocationHandler(value);
      add(handler, found, depth + 1);
    } else if (type.isHidden() && isOfApplication(type)) {
      addFields(type, value, found, depth + 1);
    } else if (HOLDERS.contains(type.getPackageName())) {
      for (Class<?> each = type; each != null && isHolder(each); each = each.getSuperclass()) {
        addFields(each, value, found, depth + 1);
      }
    }
  }

  private static boolean isHolder(Class<?> type) {
    return HOLDERS.contains(type.getPackageName());
  }

  private static void addBehind(Unproxied unproxied, Set<Object> found, int depth) {
    if (unproxied.target() != null) {
      add(unproxied.target(), found, depth + 1);
    }
    for (Advised proxy : unproxied.proxies()) {
      for (Advisor advisor : proxy.getAdvisors()) {
        add(advisor.getAdvice(), found, depth + 1);
      }
    }
  }

  private static void addFields(Class<?> type, Object holder, Set<Object> found, int depth) {
    for (Field field : fieldsOf(type)) {
      Object value = valueOf(field, holder);
      if (value != null) {
        add(value, found, depth);
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
}
