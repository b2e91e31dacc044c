package dev.gatewright.applications.filter;

import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.applications.Secret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Code around handlers that asks open guards before something else answers. */
public final class Asking {
  private Asking() {}

  @Service
  public static class Budget {
    @Public(reason = "counts only")
    @RateLimited(permits = 1000, per = "1m", key = LimitKey.ADDRESS)
    public void spend() {}
  }

  /** A servlet and a handler that anybody may call. */
  @Component("counting")
  @Public(reason = "counts only")
  public static class CountingServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getParameter("told") != null) {
        response.getWriter().write("counted");
      }
    }
  }

  @Component("/counting-handler")
  @Public(reason = "counts only")
  public static class CountingHandler implements HttpRequestHandler {
    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getParameter("told") != null) {
        response.getWriter().write("counted");
      }
    }
  }

  /** Asks what the parameter says, and hands the request on. */
  private static final class Throttle extends OncePerRequestFilter {
    private final Budget budget;
    private final CountingServlet servlet;
    private final CountingHandler handler;

    Throttle(Budget budget, CountingServlet servlet, CountingHandler handler) {
      this.budget = budget;
      this.servlet = servlet;
      this.handler = handler;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String asks = String.valueOf(request.getHeader("X-Asks"));
      switch (asks) {
        case "service" -> budget.spend();
        case "servlet" -> servlet.service(request, response);
        case "handler" -> handler.handleRequest(request, response);
        default -> {}
      }
      chain.doFilter(request, response);
    }
  }

  /** Hands out what another request was answered with. */
  private static final class Cache extends OncePerRequestFilter {
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String path = request.getRequestURI();
      byte[] known = answers.get(path);
      if (known != null) {
        response.getOutputStream().write(known);
        return;
      }
      ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
      chain.doFilter(request, kept);
      if (kept.getStatus() == 200 && path.equals("/vault")) {
        answers.put(path, kept.getContentAsByteArray());
      }
      kept.copyBodyToResponse();
    }
  }

  private static final class Forwarding extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String to = request.getParameter("forward");
      if (to == null) {
        chain.doFilter(request, response);
      } else {
        request.getRequestDispatcher(to).forward(request, response);
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import({Budget.class, CountingServlet.class, CountingHandler.class, Errors.class})
  public static class Around implements WebMvcConfigurer {
    private final Budget budget;

    Around(Budget budget) {
      this.budget = budget;
    }

    @Bean
    ServletRegistrationBean<CountingServlet> registration(CountingServlet servlet) {
      return new ServletRegistrationBean<>(servlet, "/counting/*");
    }

    @Bean
    FilterRegistrationBean<Throttle> throttle(CountingServlet servlet, CountingHandler handler) {
      return ordered(1, new Throttle(budget, servlet, handler));
    }

    @Bean
    FilterRegistrationBean<Cache> cache() {
      return ordered(2, new Cache());
    }

    @Bean
    FilterRegistrationBean<Forwarding> forwarding() {
      return ordered(0, new Forwarding());
    }

    @Bean
    AnsweringFilter answering() {
      return new AnsweringFilter();
    }

    private static <T extends OncePerRequestFilter> FilterRegistrationBean<T> ordered(
        int order, T filter) {
      FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
      registration.setOrder(order);
      return registration;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(new AskingInterceptor(budget));
    }
  }

  private record AskingInterceptor(Budget budget) implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler)
        throws IOException {
      if (request.getParameter("intercepted") == null) {
        return true;
      }
      budget.spend();
      response.getWriter().write(Secret.TEXT);
      return false;
    }
  }

  /** Answers with a success where nothing was found. */
  @ControllerAdvice
  public static class Errors {
    private final Budget budget;

    public Errors(Budget budget) {
      this.budget = budget;
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<String> notFound() {
      budget.spend();
      return ResponseEntity.ok(Secret.TEXT);
    }
  }
}
