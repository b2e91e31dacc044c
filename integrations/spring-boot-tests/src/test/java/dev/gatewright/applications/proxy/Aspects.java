package dev.gatewright.applications.proxy;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import io.github.resilience4j.spring6.circuitbreaker.configure.CircuitBreakerConfiguration;
import io.github.resilience4j.spring6.circuitbreaker.configure.CircuitBreakerConfigurationProperties;
import io.github.resilience4j.spring6.fallback.configure.FallbackConfiguration;
import io.github.resilience4j.spring6.spelresolver.configure.SpelResolverConfiguration;
import io.micrometer.core.annotation.Timed;
import io.micrometer.core.aop.MeterTag;
import io.micrometer.core.aop.MeterTagAnnotationHandler;
import io.micrometer.core.aop.TimedAspect;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.reflect.MethodSignature;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Aspects that find annotations on what they are called around, and read them there. */
public final class Aspects {
  private Aspects() {}

  /** Of the application's own. */
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Audited {
    String value();
  }

  @RestController
  @Audited("shelves")
  @Secured(roles = "keeper")
  public static class Shelf {
    @Timed("shelf.open")
    @GetMapping("/shelf")
    public String open() {
      return Secret.TEXT;
    }

    @Timed("shelf.find")
    @GetMapping("/shelf/{id}")
    public String find(@PathVariable @MeterTag("id") String id) {
      return Secret.TEXT;
    }

    @Audited("burning")
    @GetMapping("/burn")
    public String burn() {
      return Secret.TEXT;
    }

    @CircuitBreaker(name = "lent")
    @GetMapping("/lent")
    public String lent() {
      throw new IllegalStateException("not there");
    }
  }

  @RestController
  @CircuitBreaker(name = "cellar")
  public static class Cellar {
    @Secured(roles = "keeper")
    @GetMapping("/cellar")
    public String open() {
      return Secret.TEXT;
    }
  }

  /** Records calls by annotations that its pointcuts bind. */
  @Aspect
  public static class Audit {
    private final List<String> records = new CopyOnWriteArrayList<>();

    public List<String> records() {
      return records;
    }

    @Before("@annotation(audited)")
    public void method(JoinPoint call, Audited audited) {
      Audited read =
          ((MethodSignature) call.getSignature()).getMethod().getAnnotation(Audited.class);
      records.add("method " + audited.value() + " " + read.value());
    }

    @Before("@within(audited)")
    public void type(JoinPoint call, Audited audited) {
      records.add("type " + audited.value() + " " + call.getSignature().getName());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({
    Shelf.class,
    Cellar.class,
    Audit.class,
    CircuitBreakerConfiguration.class,
    FallbackConfiguration.class,
    SpelResolverConfiguration.class
  })
  public static class Applying {
    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }

    @Bean
    TimedAspect timedAspect(MeterRegistry meters) {
      TimedAspect aspect = new TimedAspect(meters);
      aspect.setMeterTagAnnotationHandler(
          new MeterTagAnnotationHandler(type -> String::valueOf, type -> null));
      return aspect;
    }

    @Bean
    CircuitBreakerConfigurationProperties circuitBreakers() {
      return new CircuitBreakerConfigurationProperties();
    }
  }
}
