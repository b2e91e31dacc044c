package dev.gatewright.spring.shapes;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

/** One class for each shape. */
public final class Shapes {
  private Shapes() {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @EnableAsync
  @Import({
    Qualified.class,
    Chosen.class,
    Several.class,
    Conditional.class,
    Fallback.class,
    PerRequest.class,
    Late.class,
    Proxied.class,
    Marked.class,
    Unmarked.class,
    Wanting.class
  })
  public static class Application {
    @Bean
    String red() {
      return "red";
    }

    @Bean
    String blue() {
      return "blue";
    }
  }

  @RestController
  static class Qualified {
    private final String colour;
    private final String size;

    Qualified(@Qualifier("blue") String colour, @Value("${shapes.size}") String size) {
      this.colour = colour;
      this.size = size;
    }

    @GetMapping("/qualified")
    @Public(reason = "test")
    String answer() {
      return colour + " " + size;
    }
  }

  @RestController
  static class Chosen {
    private final String constructor;

    Chosen() {
      this.constructor = "first";
    }

    @Autowired
    Chosen(@Qualifier("red") String colour) {
      this.constructor = "second " + colour;
    }

    @GetMapping("/chosen")
    @Public(reason = "test")
    String answer() {
      return constructor;
    }
  }

  @RestController
  static class Several {
    private final String constructor;

    Several(@Qualifier("red") String colour) {
      this.constructor = colour;
    }

    Several() {
      this.constructor = "none";
    }

    @GetMapping("/several")
    @Public(reason = "test")
    String answer() {
      return constructor;
    }
  }

  @RestController
  @ConditionalOnProperty("shapes.absent")
  static class Conditional {

    @GetMapping("/conditional")
    @Public(reason = "test")
    String answer() {
      return "conditional";
    }
  }

  @RestController
  @ConditionalOnMissingBean(Conditional.class)
  static class Fallback {

    @GetMapping("/fallback")
    @Public(reason = "test")
    String answer() {
      return "fallback";
    }
  }

  @RestController
  @Scope(value = WebApplicationContext.SCOPE_REQUEST, proxyMode = ScopedProxyMode.TARGET_CLASS)
  static class PerRequest {
    private int calls;

    @GetMapping("/per-request")
    @Secured
    String answer() {
      return "call " + ++calls;
    }
  }

  @RestController
  @Lazy
  static class Late {

    @GetMapping("/late")
    @Secured
    String answer() {
      return "late";
    }
  }

  /** Spring puts a class-based proxy around it. */
  @RestController
  static class Proxied {

    @GetMapping("/proxied")
    @Secured
    String answer() {
      return "proxied";
    }

    @Async
    void later() {}
  }

  @Qualifier
  @Target({ElementType.TYPE, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Mark {}

  @Service
  @Mark
  static class Marked implements Named {

    @Override
    @Public(reason = "test")
    public String name() {
      return "marked";
    }
  }

  @Service
  static class Unmarked implements Named {

    @Override
    @Public(reason = "test")
    public String name() {
      return "unmarked";
    }
  }

  interface Named {
    String name();
  }

  @RestController
  static class Wanting {
    private final Named named;

    Wanting(@Mark Named named) {
      this.named = named;
    }

    @GetMapping("/wanting")
    @Public(reason = "test")
    String answer() {
      return named.name();
    }
  }
}
