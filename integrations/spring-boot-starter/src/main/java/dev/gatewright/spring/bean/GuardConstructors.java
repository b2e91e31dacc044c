package dev.gatewright.spring.bean;

import dev.gatewright.runtime.Gate;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.util.Set;
import org.springframework.beans.factory.support.AbstractBeanDefinition;

/** Makes Spring take the constructor that repeats the one it would have taken. */
final class GuardConstructors {
  private static final Set<String> INJECTED =
      Set.of(
          "org.springframework.beans.factory.annotation.Autowired",
          "org.springframework.beans.factory.annotation.Value",
          "jakarta.inject.Inject");

  private GuardConstructors() {}

  static void choose(AbstractBeanDefinition definition, Class<?> guard) {
    if (definition.hasConstructorArgumentValues()) {
      // What the definition does not give, the gate above all, is to be injected.
      definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
      return;
    }
    Constructor<?>[] constructors = guard.getDeclaredConstructors();
    if (constructors.length == 1) {
      return;
    }
    for (Constructor<?> constructor : constructors) {
      if (isInjected(constructor)) {
        return;
      }
    }
    for (Constructor<?> constructor : constructors) {
      // Of several constructors Spring takes the one without parameters; the guard's starts here.
      if (constructor.getParameterCount() > 0 && constructor.getParameterTypes()[0] == Gate.class) {
        definition.setAttribute(
            AbstractBeanDefinition.PREFERRED_CONSTRUCTORS_ATTRIBUTE, constructor);
      }
    }
  }

  private static boolean isInjected(Constructor<?> constructor) {
    for (Annotation annotation : constructor.getAnnotations()) {
      if (INJECTED.contains(annotation.annotationType().getName())) {
        return true;
      }
    }
    return false;
  }
}
