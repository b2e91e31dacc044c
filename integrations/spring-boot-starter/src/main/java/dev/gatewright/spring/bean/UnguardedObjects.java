package dev.gatewright.spring.bean;

import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.GuardAnnotations;
import dev.gatewright.spring.startup.StartUpException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Finds what wants a guard and has none in what answers requests: a handler, its class, or an
 * object that it holds, as a method reference holds the one it calls. Thread-safe.
 */
public final class UnguardedObjects {
  private final GuardAnnotations annotations = new GuardAnnotations();
  private final Exemptions exemptions;

  public UnguardedObjects(Exemptions exemptions) {
    this.exemptions = exemptions;
  }

  /**
   * Verifies what answers requests, whatever is listed.
   *
   * @throws StartUpException if it wants a guard and has none
   */
  public void verifyNone(String what, Object handler) {
    Class<?> unguarded = in(handler);
    if (unguarded != null) {
      throw MissingGuard.answering(what, ClassUtils.getUserClass(unguarded));
    }
  }

  /** The class of what wants a guard and has none, of the handler or what it holds. */
  public @Nullable Class<?> in(Object handler) {
    Class<?> type = handler instanceof Class<?> itself ? itself : handler.getClass();
    if (exemptions.wantsGuard(type)) {
      return type;
    }
    return handler == type
        ? null
        : new HeldObjectVerifier(annotations, exemptions)
            .unguardedIn(handler, Exemptions.nameOf(type));
  }
}
