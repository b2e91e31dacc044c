package dev.gatewright.spring.bean;

import dev.gatewright.spring.guard.GuardAnnotations;
import dev.gatewright.spring.startup.StartUpException;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.ManagedType;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Looks at entities and other classes that JPA makes objects of: none of them has a guard. */
final class ManagedTypeVerifier implements SmartInitializingSingleton {
  private final ListableBeanFactory beanFactory;
  private final GuardAnnotations annotations = new GuardAnnotations();

  ManagedTypeVerifier(ListableBeanFactory beanFactory) {
    this.beanFactory = beanFactory;
  }

  @Override
  public void afterSingletonsInstantiated() {
    beanFactory
        .getBeansOfType(EntityManagerFactory.class)
        .forEach(
            (name, factory) ->
                factory.getMetamodel().getManagedTypes().forEach(type -> verify(type, name)));
  }

  private void verify(ManagedType<?> managed, String factory) {
    // Null of entities that are maps.
    Class<?> type = managed.getJavaType();
    if (annotations.reach(type)) {
      throw new StartUpException(
          "JPA makes the objects of "
              + type.getName()
              + " (bean '"
              + factory
              + "'), which bears Gatewright's annotations, so that they have no guard",
          "annotate the bean that works on them instead.");
    }
  }
}
