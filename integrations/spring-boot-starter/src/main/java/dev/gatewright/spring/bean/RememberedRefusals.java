package dev.gatewright.spring.bean;

import dev.gatewright.spring.startup.StartUpException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Remembers what is refused while beans are made, until the application has started: the code that
 * asked for the bean may catch the exception and go on with an object that it makes itself, as
 * Hibernate does. Thread-safe.
 */
final class RememberedRefusals implements BeanVerifier {
  private static final Logger log = LoggerFactory.getLogger(RememberedRefusals.class);

  private final BeanVerifier verifier;
  private final AtomicReference<@Nullable StartUpException> first = new AtomicReference<>();
  private volatile boolean singletonsAreMade;

  RememberedRefusals(BeanVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public void verifyMade(Object bean, String beanName, ConfigurableListableBeanFactory beans) {
    try {
      verifier.verifyMade(bean, beanName, beans);
    } catch (StartUpException refused) {
      throw remembered(refused);
    }
  }

  @Override
  public void verify(Object bean, String beanName, ConfigurableListableBeanFactory beans) {
    try {
      verifier.verify(bean, beanName, beans);
    } catch (StartUpException refused) {
      throw remembered(refused);
    }
  }

  private StartUpException remembered(StartUpException refused) {
    first.compareAndSet(null, refused);
    if (singletonsAreMade) {
      // The start may be over, and whoever asked for the bean keep the exception to itself.
      log.error("A bean was refused: {}", refused.getMessage());
    }
    return refused;
  }

  /**
   * Stops the start if anything was refused since the last time, and tells that the log is to name
   * what is refused from now on.
   *
   * @throws StartUpException the first refusal
   */
  void stopStart() {
    singletonsAreMade = true;
    StartUpException refused = first.getAndSet(null);
    if (refused != null) {
      throw refused;
    }
  }
}
