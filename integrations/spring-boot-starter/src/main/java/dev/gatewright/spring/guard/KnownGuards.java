package dev.gatewright.spring.guard;

import dev.gatewright.runtime.Guard;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * The guards of a container, as far as its beans and the definitions of those to come tell.
 *
 * @param classes the classes that the processor generated
 * @param perhaps interfaces and abstract classes of the application's behind which a bean that is
 *     made later may be a guard
 */
public record KnownGuards(Set<Class<?>> classes, Set<Class<?>> perhaps) {

  /** Those of a container, without its parents'; once all singletons are made. */
  public static KnownGuards in(ConfigurableListableBeanFactory beans) {
    KnownGuards known = new KnownGuards(new LinkedHashSet<>(), new LinkedHashSet<>());
    for (String name : beans.getBeanNamesForType(Guard.class, true, false)) {
      Class<?> type =
          beans.getSingleton(name) instanceof Guard made
              ? Unproxied.of(made).type()
              : beans.getType(name, false);
      if (type != null && GuardClasses.isGenerated(ClassUtils.getUserClass(type))) {
        known.classes.add(ClassUtils.getUserClass(type));
      }
    }
    for (String name : beans.getBeanDefinitionNames()) {
      if (!beans.containsSingleton(name) && !beans.isFactoryBean(name)) {
        Class<?> type = beans.getType(name, false);
        if (type != null) {
          known.add(ClassUtils.getUserClass(type));
        }
      }
    }
    return known;
  }

  /** A method may say only which class or interface is guarded. */
  private void add(Class<?> type) {
    if (type.isPrimitive() || type.isArray() || FrameworkClasses.containCompiled(type)) {
      return;
    }
    Class<?> guard = GuardClasses.isGenerated(type) ? type : GuardClasses.find(type);
    if (guard != null) {
      classes.add(guard);
    } else if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      perhaps.add(type);
    }
  }
}
