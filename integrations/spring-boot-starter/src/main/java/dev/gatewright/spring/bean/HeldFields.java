package dev.gatewright.spring.bean;

import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.Unproxied;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ReflectionUtils;

/**
 * Reads what objects hold: in their fields, and there in containers, lambdas, proxies and whatever
 * Spring has made of them. Calls no code of the application. Not thread-safe.
 */
final class HeldFields {
  private static final int MAX_HOLDERS = 12;

  /** Up to here, what an object holds is read so far that nobody needs to read it again. */
  private static final int MAX_SHARED = 6;

  private static final String OF_SPRING = "org.springframework.";

  /** Of Spring: what it knows of classes, what has all beans, and handlers, which are known. */
  private static final List<String> NO_HOLDERS =
      List.of(
          "org.springframework.aop.framework.AdvisedSupport$MethodCacheKey",
          "org.springframework.aop.framework.autoproxy.AbstractAutoProxyCreator$ComposedCacheKey",
          "org.springframework.asm.",
          "org.springframework.beans.Cached",
          "org.springframework.beans.factory.annotation.InjectionMetadata",
          "org.springframework.beans.factory.support.",
          "org.springframework.boot.autoconfigure.condition.",
          "org.springframework.boot.context.",
          "org.springframework.boot.diagnostics.",
          "org.springframework.boot.loader.",
          "org.springframework.boot.logging.",
          "org.springframework.cglib.",
          "org.springframework.context.annotation.BeanMethod",
          "org.springframework.context.annotation.ConfigurationClass",
          "org.springframework.context.expression.",
          "org.springframework.core.MethodParameter",
          "org.springframework.core.ResolvableType",
          "org.springframework.core.annotation.",
          "org.springframework.core.convert.TypeDescriptor",
          "org.springframework.core.convert.converter.GenericConverter$ConvertiblePair",
          "org.springframework.core.env.Abstract",
          "org.springframework.core.env.MutablePropertySources",
          "org.springframework.core.env.Profiles",
          "org.springframework.core.env.Standard",
          "org.springframework.core.io.",
          "org.springframework.core.type.",
          "org.springframework.data.mapping.",
          "org.springframework.data.util.ClassTypeInformation",
          "org.springframework.data.util.Type",
          "org.springframework.expression.common.",
          "org.springframework.expression.spel.ast.",
          "org.springframework.expression.spel.standard.",
          "org.springframework.expression.spel.support.Reflective",
          "org.springframework.expression.spel.support.StandardType",
          "org.springframework.http.MediaType",
          "org.springframework.jmx.",
          "org.springframework.objenesis.",
          "org.springframework.util.MimeType",
          "org.springframework.web.servlet.handler.AbstractHandlerMethodMapping",
          "org.springframework.web.servlet.mvc.condition.",
          "org.springframework.web.util.pattern.");

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
          List<Field> read = new ArrayList<>();
          for (Field field : fieldsOf(type)) {
            boolean mayHold =
                own
                    ? !field.getType().isPrimitive()
                    : !Modifier.isStatic(field.getModifiers()) && isNoValue(field.getType());
            if (mayHold && field.trySetAccessible()) {
              read.add(field);
            }
          }
          return read.toArray(new Field[0]);
        }
      };

  private enum Kind {
    OF_APPLICATION,
    HOLDER,
    OTHER
  }

  private final Set<Object> beans;
  private final Map<Class<?>, Kind> kinds = new HashMap<>();

  /** What was read for one bean, and need not be for others. */
  private final Set<Object> shared = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * For one look at a container.
   *
   * @param beans are looked at by themselves
   */
  HeldFields(Set<Object> beans) {
    this.beans = beans;
  }

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
      known = hasFieldThatMayHold(type);
      HOLDING.put(type, known);
    }
    return known;
  }

  private static boolean hasFieldThatMayHold(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (isOfApplication(each) || isHolder(each)) {
        for (Field field : fieldsOf(each)) {
          if (!Modifier.isStatic(field.getModifiers()) && isNoValue(field.getType())) {
            return true;
          }
        }
      }
    }
    return false;
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

  /**
   * What a bean holds: in its fields, in itself if it is a container, and there the same; but for
   * what was told of another bean before.
   */
  Set<Object> inBean(Object bean) {
    return in(bean, true);
  }

  /** The same of an object that is no bean. */
  Set<Object> in(Object holder) {
    return in(holder, false);
  }

  /** From here on, what was told of earlier beans is told of later ones, too. */
  void forget() {
    shared.clear();
  }

  private Set<Object> in(Object holder, boolean isShared) {
    Found found = new Found(Collections.newSetFromMap(new IdentityHashMap<>()), isShared);
    add(holder, found, 0);
    if (kindOf(holder.getClass()) == Kind.OF_APPLICATION) {
      addFields(holder, found, 0);
    }
    return found.objects();
  }

  /**
   * What was found so far.
   *
   * @param isShared whether it need not be told again
   */
  private record Found(Set<Object> objects, boolean isShared) {}

  private Kind kindOf(Class<?> type) {
    Kind known = kinds.get(type);
    if (known == null) {
      known =
          isOfApplication(type) ? Kind.OF_APPLICATION : isHolder(type) ? Kind.HOLDER : Kind.OTHER;
      kinds.put(type, known);
    }
    return known;
  }

  private void add(Object value, Found found, int depth) {
    Class<?> type = value.getClass();
    if (VALUES.contains(type)
        || value instanceof BeanFactory
        || (depth > 0 && beans.contains(value))
        || shared.contains(value)
        || !found.objects().add(value)
        || depth == MAX_HOLDERS) {
      return;
    }
    Kind kind = kindOf(type);
    if (found.isShared() && depth > 0 && depth < MAX_SHARED && kind != Kind.OF_APPLICATION) {
      shared.add(value);
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
    if (Proxy.isProxyClass(type)) {
      add(Proxy.getInvocationHandler(value), found, depth + 1);
    } else if (kind == Kind.HOLDER || (type.isHidden() && kind == Kind.OF_APPLICATION)) {
      addFields(value, found, depth + 1);
    }
  }

  /** Whether Spring keeps there what it was given. */
  private static boolean isHolder(Class<?> type) {
    String name = type.getName();
    if (!name.startsWith(OF_SPRING)) {
      return false;
    }
    for (String each : NO_HOLDERS) {
      if (name.startsWith(each)) {
        return false;
      }
    }
    return true;
  }

  private void addBehind(Unproxied unproxied, Found found, int depth) {
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
  private void addFields(Object holder, Found found, int depth) {
    for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
      Kind kind = kindOf(type);
      if (kind != Kind.OTHER) {
        // A guard holds what it guards, if that is an interface: only what that holds is looked at.
        boolean isGuard = kind == Kind.OF_APPLICATION && GuardClasses.isGenerated(type);
        for (Field field : FIELDS.get(type)) {
          Object value = ReflectionUtils.getField(field, holder);
          if (value != null && isGuard) {
            addFieldsOfGuarded(value, found, depth);
          } else if (value != null) {
            add(value, found, depth);
          }
        }
      }
    }
  }

  private void addFieldsOfGuarded(Object value, Found found, int depth) {
    if (depth < MAX_HOLDERS
        && !beans.contains(value)
        && kindOf(value.getClass()) == Kind.OF_APPLICATION) {
      addFields(value, found, depth + 1);
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
