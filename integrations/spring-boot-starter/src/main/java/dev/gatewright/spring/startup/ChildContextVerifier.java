package dev.gatewright.spring.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Looks at each child context when it is refreshed, and closes the one that it refuses: an
 * application's event multicaster may keep the exception to itself.
 */
public abstract class ChildContextVerifier implements ApplicationListener<ContextRefreshedEvent> {
  private static final Logger log = LoggerFactory.getLogger(ChildContextVerifier.class);

  /** Whether the context is another one than that which the verifier is a bean of. */
  protected abstract boolean isOther(ConfigurableApplicationContext context);

  /**
   * Verifies a child context.
   *
   * @throws StartUpException if something in it is open by omission
   */
  protected abstract void verifyChild(ConfigurableApplicationContext child);

  /** Child contexts tell their parents of it. */
  @Override
  public final void onApplicationEvent(ContextRefreshedEvent event) {
    if (event.getApplicationContext() instanceof ConfigurableApplicationContext context
        && isOther(context)) {
      try {
        verifyChild(context);
      } catch (StartUpException refused) {
        log.error(
            "The application context {} is closed: {}", context.getId(), refused.getMessage());
        context.close();
        throw refused;
      }
    }
  }

  /** Never: the context would be in use before it was looked at. */
  @Override
  public final boolean supportsAsyncExecution() {
    return false;
  }
}
