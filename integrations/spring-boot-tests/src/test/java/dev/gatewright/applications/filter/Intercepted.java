package dev.gatewright.applications.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** Interceptors of the application's, registered by each of the ways that Spring has. */
public final class Intercepted {
  /** How many requests one of them has seen. */
  public static final AtomicInteger SEEN = new AtomicInteger();

  private Intercepted() {}

  private static final class Counting implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      SEEN.incrementAndGet();
      return true;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Configured implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(new Counting()).order(Integer.MIN_VALUE);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Mapped {
    @Bean
    MappedInterceptor counting() {
      return new MappedInterceptor(new String[] {"/**"}, new Counting());
    }
  }
}
