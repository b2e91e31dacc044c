package dev.gatewright.applications.mapping;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Applications whose own mappings lose the interceptors that Spring would give them. */
public final class DroppedInterceptors {
  private DroppedInterceptors() {}

  private static WebMvcRegistrations registrations(Supplier<RequestMappingHandlerMapping> mapping) {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return mapping.get();
      }
    };
  }

  @Configuration(proxyBeanMethods = false)
  public static class NotDetected {
    @Bean
    WebMvcRegistrations registrations() {
      return DroppedInterceptors.registrations(NotDetected.Mapping::new);
    }

    static class Mapping extends RequestMappingHandlerMapping {
      @Override
      protected void detectMappedInterceptors(List<HandlerInterceptor> mappedInterceptors) {
        // Finds none.
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class NotInitialized {
    @Bean
    WebMvcRegistrations registrations() {
      return DroppedInterceptors.registrations(NotInitialized.Mapping::new);
    }

    static class Mapping extends RequestMappingHandlerMapping {
      @Override
      protected void initApplicationContext() {
        // Does nothing.
      }
    }
  }

  /** Clears what was detected, once all were. */
  @Configuration(proxyBeanMethods = false)
  public static class ClearedLater {
    @Bean
    WebMvcRegistrations registrations() {
      return DroppedInterceptors.registrations(ClearedLater.Mapping::new);
    }

    static class Mapping extends RequestMappingHandlerMapping {
      private List<HandlerInterceptor> detected = List.of();

      @Override
      protected void detectMappedInterceptors(List<HandlerInterceptor> mappedInterceptors) {
        super.detectMappedInterceptors(mappedInterceptors);
        detected = mappedInterceptors;
      }

      @Override
      protected void initInterceptors() {
        detected.clear();
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfUrls {
    @Bean
    SimpleUrlHandlerMapping own() {
      return new OfUrls.Mapping();
    }

    static class Mapping extends SimpleUrlHandlerMapping {
      @Override
      protected void detectMappedInterceptors(List<HandlerInterceptor> mappedInterceptors) {
        // Finds none.
      }
    }
  }

  /** Overrides the same methods, and loses nothing. */
  @Configuration(proxyBeanMethods = false)
  public static class Extended {
    @Bean
    WebMvcRegistrations registrations() {
      return DroppedInterceptors.registrations(Extended.Mapping::new);
    }

    static class Mapping extends RequestMappingHandlerMapping {
      @Override
      protected void extendInterceptors(List<Object> interceptors) {
        interceptors.add(new HandlerInterceptor() {});
      }

      @Override
      protected void detectMappedInterceptors(List<HandlerInterceptor> mappedInterceptors) {
        super.detectMappedInterceptors(mappedInterceptors);
      }
    }
  }
}
