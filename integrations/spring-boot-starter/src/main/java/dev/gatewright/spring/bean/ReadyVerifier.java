package dev.gatewright.spring.bean;

import dev.gatewright.spring.startup.StartUpException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Looks at an application once it is ready, and closes it if something is refused. Spring Boot
 * tells that it accepts traffic when its runners, and all who are told that it is ready, have done
 * their work.
 */
final class ReadyVerifier implements ApplicationListener<AvailabilityChangeEvent<?>> {
  private static final Logger log = LoggerFactory.getLogger(ReadyVerifier.class);

  private final ConfigurableApplicationContext context;
  private final Runnable verification;
  private final AtomicBoolean isDone = new AtomicBoolean();

  ReadyVerifier(ConfigurableApplicationContext context, Runnable verification) {
    this.context = context;
    this.verification = verification;
  }

  @Override
  public void onApplicationEvent(AvailabilityChangeEvent<?> event) {
    if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC
        && event.getSource() == context
        && isDone.compareAndSet(false, true)) {
      try {
        verification.run();
      } catch (StartUpException refused) {
        // The multicaster may keep the exception to itself.
        log.error("The application {} is closed: {}", context.getId(), refused.getMessage());
        context.close();
        throw refused;
      }
    }
  }

  /** Never: the application would be in use before it was looked at. */
  @Override
  public boolean supportsAsyncExecution() {
    return false;
  }
}
