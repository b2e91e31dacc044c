package dev.gatewright.applications.filter;

import dev.gatewright.Secured;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.HandlerTypePredicate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A controller with annotations of the application's, which its interceptor reads. */
public final class Marked {
  /** What the interceptor has read of the last request, by how it asked. */
  public static final Map<String, Object> READ = new ConcurrentHashMap<>();

  private Marked() {}

  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  public @interface Audience {
    String value();
  }

  public interface Described {
    @Audience("interface")
    String inherited();
  }

  @RestController
  @Secured
  @Audience("class")
  public static class Reports implements Described {
    @GetMapping("/report")
    @Audience("method")
    public String report() {
      return "report";
    }

    @Override
    @GetMapping("/inherited")
    public String inherited() {
      return "inherited";
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Reading implements WebMvcConfigurer, HandlerInterceptor {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(this);
    }

    @Override
    public void configurePathMatch(PathMatchConfigurer configurer) {
      configurer.addPathPrefix("/marked", HandlerTypePredicate.forAnnotation(Audience.class));
    }

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      HandlerMethod method = (HandlerMethod) handler;
      Class<?> type = method.getBeanType();
      READ.clear();
      READ.put("type is a Reports", Reports.class.isAssignableFrom(type));
      READ.put("of type", valueOf(type.getAnnotation(Audience.class)));
      READ.put("of method", valueOf(method.getMethod().getAnnotation(Audience.class)));
      READ.put("by HandlerMethod", valueOf(method.getMethodAnnotation(Audience.class)));
      READ.put("mapped", method.hasMethodAnnotation(GetMapping.class));
      READ.put("controller", AnnotatedElementUtils.hasAnnotation(type, RestController.class));
      return true;
    }

    private static String valueOf(@Nullable Audience audience) {
      return audience == null ? "none" : audience.value();
    }
  }
}
