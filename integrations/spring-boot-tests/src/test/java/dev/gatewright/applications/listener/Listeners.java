package dev.gatewright.applications.listener;

import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.boot.web.server.servlet.context.ServletComponentScan;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.context.request.RequestContextListener;

/** Applications with listeners that the container tells of every request, before any filter. */
public final class Listeners {
  private Listeners() {}

  @Configuration(proxyBeanMethods = false)
  @Import(AnsweringListener.class)
  public static class PlainBean {}

  @Configuration(proxyBeanMethods = false)
  public static class LazyBean {
    @Bean
    @Lazy
    AnsweringListener listener() {
      return new AnsweringListener();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class RegistrationBean {
    @Bean
    ServletListenerRegistrationBean<ServletRequestListener> registration() {
      return new ServletListenerRegistrationBean<>(new AnsweringListener());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Initializer {
    @Bean
    ServletContextInitializer initializer() {
      return container -> container.addListener(new AnsweringListener());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InitializerByClass {
    @Bean
    ServletContextInitializer initializer() {
      return container -> container.addListener(AnsweringListener.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InitializerByName {
    @Bean
    ServletContextInitializer initializer() {
      return container -> container.addListener(AnsweringListener.class.getName());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ServletComponentScan(basePackageClasses = Scanned.class)
  public static class Scanned {
    @WebListener
    public static class ScannedListener extends AnsweringListener {}
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfAttributes {
    @Bean
    AnsweringAttributeListener listener() {
      return new AnsweringAttributeListener();
    }
  }

  /** None of them is given a request, or is Spring's. */
  @Configuration(proxyBeanMethods = false)
  public static class Harmless {
    @Bean
    HttpSessionListener sessions() {
      return new HttpSessionListener() {
        @Override
        public void sessionCreated(HttpSessionEvent event) {
          // Only listens.
        }
      };
    }

    @Bean
    ServletContextListener contexts() {
      return new ServletContextListener() {};
    }

    @Bean
    RequestContextListener springsOwn() {
      return new RequestContextListener();
    }
  }
}
