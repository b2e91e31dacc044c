package dev.gatewright.applications.container;

import java.util.concurrent.Executor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.SimpleApplicationEventMulticaster;

/** Applications that hear of events in other threads, or do not hear of their failures. */
public final class Multicasters {
  private Multicasters() {}

  @Configuration(proxyBeanMethods = false)
  public static class Asynchronous {
    @Bean
    ApplicationEventMulticaster applicationEventMulticaster() {
      SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
      Executor later =
          task ->
              new Thread(
                      () -> {
                        sleep();
                        task.run();
                      })
                  .start();
      multicaster.setTaskExecutor(later);
      return multicaster;
    }

    private static void sleep() {
      try {
        Thread.sleep(2_000);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Swallowing {
    @Bean
    ApplicationEventMulticaster applicationEventMulticaster() {
      SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
      multicaster.setErrorHandler(failure -> {});
      return multicaster;
    }
  }
}
