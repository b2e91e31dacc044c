package dev.gatewright.applications.ordinary;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.CommonsRequestLoggingFilter;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.RelativeRedirectFilter;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/** Filters that stand in many applications, each alone and some together. */
public final class OrdinaryFilters {
  private OrdinaryFilters() {}

  @Configuration(proxyBeanMethods = false)
  public static class None {}

  @Configuration(proxyBeanMethods = false)
  public static class OfSpring {
    @Bean
    Filter encoding() {
      return new ResourceUrlEncodingFilter();
    }

    @Bean
    Filter relativeRedirects() {
      return new RelativeRedirectFilter();
    }

    @Bean
    Filter context() {
      return new RequestContextFilter();
    }

    @Bean
    Filter logging() {
      CommonsRequestLoggingFilter filter = new CommonsRequestLoggingFilter();
      filter.setIncludePayload(true);
      filter.setIncludeHeaders(true);
      return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> trailingSlash() {
      FilterRegistrationBean<Filter> registration =
          new FilterRegistrationBean<>(
              UrlHandlerFilter.trailingSlashHandler("/slash/**")
                  .redirect(HttpStatus.PERMANENT_REDIRECT)
                  .build());
      registration.setOrder(1);
      return registration;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Forwarded {
    @Bean
    Filter forwarded() {
      return new ForwardedHeaderFilter();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Tagging {
    @Bean
    Filter tagging() {
      return new ShallowEtagHeaderFilter();
    }
  }

  /** Takes the stream before anybody knows what is written to it. */
  @Configuration(proxyBeanMethods = false)
  public static class TakesTheStream {
    @Bean
    FilterRegistrationBean<Filter> takesTheStream() {
      FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new Taking());
      registration.setAsyncSupported(true);
      return registration;
    }

    static class Taking extends OncePerRequestFilter {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws IOException, ServletException {
        response.getOutputStream();
        chain.doFilter(request, response);
      }
    }
  }

  /** Keeps answers in Spring's wrapper, to log them. */
  @Configuration(proxyBeanMethods = false)
  public static class Keeping {
    @Bean
    Filter keeping() {
      return new Kept();
    }

    static class Kept extends OncePerRequestFilter {
      @Override
      protected boolean shouldNotFilterAsyncDispatch() {
        return false;
      }

      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws IOException, ServletException {
        ContentCachingResponseWrapper kept =
            isAsyncDispatch(request)
                ? WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class)
                : new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept == null ? response : kept);
        if (kept != null && !isAsyncStarted(request)) {
          kept.copyBodyToResponse();
        }
      }
    }
  }

  /**
   * Sets headers before and after each handler, files included, behind a filter that keeps them.
   */
  @Configuration(proxyBeanMethods = false)
  public static class KeepingWithHeaders implements WebMvcConfigurer {
    @Bean
    Filter keeping() {
      return new Keeping.Kept();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(new Headers());
    }
  }

  /** Likewise, without the filter. */
  @Configuration(proxyBeanMethods = false)
  public static class WithHeaders implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(new Headers());
    }
  }

  static class Headers implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      response.setHeader("X-Before", "1");
      response.setHeader("Cache-Control", "max-age=60");
      return true;
    }

    @Override
    public void postHandle(
        HttpServletRequest request,
        HttpServletResponse response,
        Object handler,
        @Nullable ModelAndView view) {
      response.setHeader("X-After", "1");
    }
  }
}
