package dev.gatewright.applications.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Filters that set headers and hand requests on, at several places of the chain. */
@Configuration(proxyBeanMethods = false)
public class HeaderFilters {

  /** First of all filters that the application may have. */
  @Bean
  FilterRegistrationBean<Filter> requestId() {
    return registered(new RequestId(), Ordered.HIGHEST_PRECEDENCE + 1);
  }

  @Bean
  FilterRegistrationBean<Filter> version() {
    return registered(new Version(), 0);
  }

  @Bean
  FilterRegistrationBean<Filter> cors() {
    CorsConfiguration everywhere = new CorsConfiguration();
    everywhere.addAllowedOrigin("https://other.example");
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", everywhere);
    return registered(new CorsFilter(source), 1);
  }

  @Bean
  FilterRegistrationBean<Filter> inner() {
    return registered(new Inner(), 2);
  }

  private static FilterRegistrationBean<Filter> registered(Filter filter, int order) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    return registration;
  }

  /** Sets one header before the others work, and one after. */
  public static class RequestId extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, jakarta.servlet.ServletException {
      response.setHeader("X-Request-Id", "1");
      chain.doFilter(request, response);
      response.setHeader("X-Took", "1");
    }
  }

  /** Answers one path with headers only, and hands all others on. */
  public static class Version extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, jakarta.servlet.ServletException {
      response.setHeader("X-Version", "1");
      if (!request.getRequestURI().equals("/version")) {
        chain.doFilter(request, response);
      }
    }
  }

  /** Answers some paths with headers only as well. */
  public static class Inner extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, jakarta.servlet.ServletException {
      switch (request.getRequestURI()) {
        case "/inner/cookie" -> response.addCookie(new Cookie("inner", "secret"));
        case "/inner/status" -> response.setStatus(204);
        case "/inner/type" -> response.setContentType("text/inner");
        case "/inner/encoding" -> response.setCharacterEncoding("UTF-16");
        case "/inner/charset" -> response.setCharacterEncoding(StandardCharsets.UTF_16);
        case "/inner/language" -> response.setLocale(Locale.FRENCH);
        case "/inner/length" -> response.setContentLength(0);
        case "/inner/long-length" -> response.setContentLengthLong(0);
        case "/inner/trailer" -> response.setTrailerFields(() -> Map.of("inner", "secret"));
        case "/inner/flush" -> response.flushBuffer();
        default -> chain.doFilter(request, response);
      }
    }
  }
}
