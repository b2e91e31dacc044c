package dev.gatewright.spring.bean;

import dev.gatewright.runtime.GuardOf;
import dev.gatewright.spring.guard.GuardFreshness;
import dev.gatewright.spring.guard.MockitoMocks;
import dev.gatewright.spring.guard.Unproxied;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Verifies that the object to which the guard of an interface hands calls on bears no annotations
 * of its own: the guard knows those of the interface only.
 */
final class GuardedDelegates {
  private GuardedDelegates() {}

  /**
   * Looks at what a guard calls.
   *
   * @throws StartUpException if annotations there would have no effect
   */
  static void verify(Unproxied guard, String beanName) {
    GuardOf of = guard.type().getAnnotation(GuardOf.class);
    if (guard.target() == null || of == null || !of.value().isInterface()) {
      return;
    }
    for (Field field : guard.type().getDeclaredFields()) {
      if (field.getType() == of.value() && !Modifier.isStatic(field.getModifiers())) {
        ReflectionUtils.makeAccessible(field);
        verify(ReflectionUtils.getField(field, guard.target()), of.value(), beanName);
      }
    }
  }

  private static void verify(@Nullable Object delegate, Class<?> guarded, String beanName) {
    if (delegate == null) {
      return;
    }
    Unproxied called = Unproxied.of(delegate);
    if (called.isGuard()
        || MockitoMocks.contain(delegate)
        || !GuardFreshness.lacksAnnotationsOf(called.type(), guarded)) {
      return;
    }
    String name = called.type().getName();
    throw new StartUpException(
        "the guard of "
            + guarded.getName()
            + " (bean '"
            + beanName
            + "') hands calls on to an object of "
            + name
            + ", which bears annotations of Gatewright's that this guard does not know",
        "write them at "
            + guarded.getName()
            + "; or make "
            + name
            + " a bean, whose own guard asks both, instead of this one.");
  }
}
