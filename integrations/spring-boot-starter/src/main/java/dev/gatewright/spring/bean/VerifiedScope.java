package dev.gatewright.spring.bean;

import dev.gatewright.spring.guard.FrameworkClasses;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.Scope;

/**
 * Verifies what a scope of the application's hands out, as it need not ask the container for it.
 */
record VerifiedScope(Scope scope, BeanVerifier verifier, ConfigurableListableBeanFactory beans)
    implements Scope {

  /** Whether what the scope hands out was made by the container, or is verified already. */
  static boolean isKnown(Scope scope) {
    return scope instanceof VerifiedScope
        || FrameworkClasses.contain(scope.getClass(), "org.springframework.");
  }

  @Override
  public Object get(String name, ObjectFactory<?> objectFactory) {
    Object bean = scope.get(name, objectFactory);
    verifier.verify(bean, name, beans);
    return bean;
  }

  @Override
  public @Nullable Object remove(String name) {
    return scope.remove(name);
  }

  @Override
  public void registerDestructionCallback(String name, Runnable callback) {
    scope.registerDestructionCallback(name, callback);
  }

  @Override
  public @Nullable Object resolveContextualObject(String key) {
    return scope.resolveContextualObject(key);
  }

  @Override
  public @Nullable String getConversationId() {
    return scope.getConversationId();
  }
}
