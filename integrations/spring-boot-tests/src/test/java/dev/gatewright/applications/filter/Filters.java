package dev.gatewright.applications.filter;

import dev.gatewright.applications.Secret;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import org.springframework.boot.web.server.servlet.context.ServletComponentScan;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Applications that answer before any handler does. */
public final class Filters {
  private Filters() {}

  @Configuration(proxyBeanMethods = false)
  public static class PlainBean {
    @Bean
    Filter answering() {
      return new AnsweringFilter();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Lambda {
    @Bean
    Filter lambdaFilter() {
      return (request, response, chain) -> {
        if (((HttpServletRequest) request).getRequestURI().endsWith("/lambda")) {
          response.getWriter().write(Secret.TEXT);
        } else {
          chain.doFilter(request, response);
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class BeforeAllOthers {
    @Bean
    FilterRegistrationBean<AnsweringFilter> answering() {
      FilterRegistrationBean<AnsweringFilter> registration =
          new FilterRegistrationBean<>(new AnsweringFilter());
      registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
      registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
      return registration;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Initializer {
    @Bean
    FirstOfAll initializer() {
      return new FirstOfAll();
    }

    static class FirstOfAll implements ServletContextInitializer, Ordered {
      @Override
      public void onStartup(ServletContext context) {
        context
            .addFilter("added", new AnsweringFilter())
            .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
      }

      @Override
      public int getOrder() {
        return HIGHEST_PRECEDENCE;
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ServletComponentScan(basePackageClasses = ScannedFilter.class)
  public static class Scanned {}

  @WebFilter(urlPatterns = "/*", asyncSupported = true)
  public static class ScannedFilter extends AnsweringFilter {}

  @Configuration(proxyBeanMethods = false)
  public static class Interceptor implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(new Answering()).order(Ordered.HIGHEST_PRECEDENCE);
    }

    static class Answering implements HandlerInterceptor {
      @Override
      public boolean preHandle(
          HttpServletRequest request, HttpServletResponse response, Object handler)
          throws IOException {
        if (request.getParameter("intercepted") == null) {
          return true;
        }
        response.getWriter().write(Secret.TEXT);
        return false;
      }
    }
  }
}
