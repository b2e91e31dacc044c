package dev.gatewright.applications.caller;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurationSupport;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Endpoints that ask for their caller, and ways to configure Spring MVC around them. */
public final class Callers {
  private Callers() {}

  private static String describe(@Nullable Caller caller) {
    return caller == null ? "nobody" : caller.subject() + " as " + caller.roles();
  }

  @RestController
  public static class Who {
    @GetMapping("/who")
    @Secured
    public String secured(Caller caller) {
      return describe(caller);
    }

    @GetMapping("/who/perhaps")
    @Public(reason = "test")
    public String perhaps(@Nullable Caller caller) {
      return describe(caller);
    }

    @GetMapping("/who/secured-optional")
    @Secured
    public String securedOptional(Optional<Caller> caller) {
      return describe(caller.orElse(null));
    }

    @GetMapping("/who/optional")
    @Public(reason = "test")
    public String optional(Optional<Caller> caller) {
      return describe(caller.orElse(null));
    }
  }

  /** Spring Boot's own configuration of Spring MVC. */
  @Configuration(proxyBeanMethods = false)
  public static class AsSpringBootDoes {}

  /** Spring Boot leaves the configuration of Spring MVC to this class. */
  @Configuration(proxyBeanMethods = false)
  public static class ConfiguresItself extends WebMvcConfigurationSupport {}

  /** Comes before Spring's own adapter and knows nothing of any configurer. */
  @Configuration(proxyBeanMethods = false)
  public static class OwnAdapter {
    @Bean
    RequestMappingHandlerAdapter ownAdapter() {
      RequestMappingHandlerAdapter adapter = new RequestMappingHandlerAdapter();
      adapter.setOrder(0);
      adapter.getMessageConverters().add(0, new StringHttpMessageConverter());
      return adapter;
    }
  }
}
