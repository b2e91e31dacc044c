package dev.gatewright.spring.entry;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at what the embedded server itself was given beside the application: once all beans are
 * there, and at its connectors right after it has started, as Spring Boot gives them to it only
 * then.
 */
abstract class ContainerVerifier implements SmartInitializingSingleton, SmartLifecycle {
  private final ApplicationContext context;
  private volatile boolean running;

  ContainerVerifier(ApplicationContext context) {
    this.context = context;
  }

  /** Looks at what stands before and beside the application. */
  abstract void verifyParts(ServletWebServerApplicationContext application);

  /** Looks at how the server speaks to its clients. */
  abstract void verifyConnectors(ServletWebServerApplicationContext application);

  @Override
  public final void afterSingletonsInstantiated() {
    if (context instanceof ServletWebServerApplicationContext application) {
      verifyParts(application);
    }
  }

  @Override
  public final void start() {
    if (context instanceof ServletWebServerApplicationContext application) {
      verifyConnectors(application);
    }
    running = true;
  }

  /** Right after the server has its connectors. */
  @Override
  public final int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + 1;
  }

  @Override
  public final void stop() {
    running = false;
  }

  @Override
  public final boolean isRunning() {
    return running;
  }
}
