package dev.gatewright.spring.bean;

import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.Unproxied;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ReflectionUtils;

/**
 * Reads what objects hold: in their fields, and there in containers, lambdas, proxies and whatever
 * Spring has made of them. Calls no code of the application.
 *
 * @param beans are looked at by themselves
 */
record HeldFields(Set<Object> beans) {
  private static final int MAX_HOLDERS = 12;

  private static final String OF_SPRING = "org.springframework.";

  /** Of Spring: what it knows of classes, and what has all beans. */
  private static final List<String> NO_HOLDERS =
      List.of(
          "org.springframework.asm.",
          "org.springframework.beans.Cached",
          "org.springframework.boot.context.",
          "org.springframework.boot.diagnostics.",
          "org.springframework.boot.logging.",
          "org.springframework.cglib.",
          "org.springframework.context.expression.",
          "org.springframework.core.ResolvableType",
          "org.springframework.core.annotation.",
          "org.springframework.core.env.",
          "org.springframework.core.io.",
          "org.springframework.core.type.",
          "org.springframework.data.mapping.",
          "org.springframework.data.util.",
          "org.springframework.expression.",
          "org.springframework.jmx.",
          "org.springframework.objenesis.");

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

  /** The fields of a class that can be read and may hold something; of Spring's no static ones. */
  private static final ClassValue<Field[]> FIELDS =
      new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
          boolean own = isOfApplication(type);
          return Stream.of(fieldsOf(type))
              .filter(field -> own || !Modifier.isStatic(field.getModifiers()))
              .filter(field -> own ? !field.getType().isPrimitive() : isNoValue(field.getType()))
              .filter(Field::trySetAccessible)
              .toArray(Field[]::new);
        }
      };

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
          Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
              .filter(each -> isOfApplication(each) || isHolder(each))
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
  Set<Object> in(Object holder) {
    Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
    add(holder, found, 0);
    if (isOfApplication(holder.getClass())) {
      addFields(holder, found, 0);
    }
    return found;
  }

  private void add(Object value, Set<Object> found, int depth) {
    if (VALUES.contains(value.getClass())
        || value instanceof BeanFactory
        || (depth > 0 && beans.contains(value))
        || !found.add(value)
        || depth == MAX_HOLDERS) {
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
      add(Proxy.getInvocationHandler(value), found, depth + 1);
    } else if (isOfApplication(type) ? type.isHidden() : isHolder(type)) {
      addFields(value, found, depth + 1);
    }
  }

  /** Whether Spring keeps there what it was given. */
  private static boolean isHolder(Class<?> type) {
    String name = type.getName();
    return name.startsWith(OF_SPRING) && NO_HOLDERS.stream().noneMatch(name::startsWith);
  }

  private void addBehind(Unproxied unproxied, Set<Object> found, int depth) {
    if (unproxied.target() != null) {
      add(unproxied.target(), found, depth + 1);
    }
    for (Advised proxy : unproxied.proxies()) {
      for (Advisor advisor : proxy.getAdvisors()) {
        add(advisor.getAdvice(), found, depth + 1);
      }
    }
  }

  /** Also those of Spring's superclasses, which a constructor may have handed something to. */
  private void addFields(Object holder, Set<Object> found, int depth) {
    for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
      // A guard holds what it guards, if that is an interface.
      if (isOfApplication(type) ? !GuardClasses.isGenerated(type) : isHolder(type)) {
        for (Field field : FIELDS.get(type)) {
          Object value = ReflectionUtils.getField(field, holder);
          if (value != null) {
            add(value, found, depth);
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
}
