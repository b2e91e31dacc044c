package dev.gatewright.applications.filter;

import dev.gatewright.applications.Secret;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Applications with subclasses of what may be listed. */
public final class Subclasses {
  private Subclasses() {}

  private static <T extends Filter> FilterRegistrationBean<T> at(String path, T filter) {
    FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns(path);
    registration.setName(path);
    return registration;
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfFilters {
    @Bean
    FilterRegistrationBean<PlainFilter> plain() {
      return at("/plain", new PlainFilter());
    }

    @Bean
    FilterRegistrationBean<OverridingFilter> overriding() {
      return at("/overriding", new OverridingFilter());
    }

    @Bean
    FilterRegistrationBean<OnceFilter> once() {
      return at("/once", new OnceFilter());
    }
  }

  /** What it overrides has returned by the time at which the superclass answers. */
  @Configuration(proxyBeanMethods = false)
  public static class OfFiltersThatTellOnly {
    @Bean
    FilterRegistrationBean<TellingFilter> telling() {
      return at("/telling", new TellingFilter());
    }
  }

  public static class PlainFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException {
      answer((HttpServletResponse) response);
    }

    void answer(HttpServletResponse response) throws IOException {
      response.getWriter().write(text());
    }

    String text() {
      return Secret.TEXT;
    }
  }

  public static class OverridingFilter extends PlainFilter {
    @Override
    void answer(HttpServletResponse response) throws IOException {
      response.getWriter().write(Secret.TEXT + " of the subclass");
    }
  }

  public static class TellingFilter extends PlainFilter {
    @Override
    String text() {
      return Secret.TEXT + " of the subclass";
    }
  }

  public abstract static class AbstractOnceFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException {
      answer(response);
    }

    abstract void answer(HttpServletResponse response) throws IOException;
  }

  public static class OnceFilter extends AbstractOnceFilter {
    @Override
    void answer(HttpServletResponse response) throws IOException {
      response.getWriter().write(Secret.TEXT);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfInterceptors implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(new OverridingInterceptor()).addPathPatterns("/overriding");
      registry.addInterceptor(new TellingInterceptor()).addPathPatterns("/telling");
    }
  }

  public static class PlainInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler)
        throws IOException {
      return answer(response);
    }

    boolean answer(HttpServletResponse response) throws IOException {
      response.getWriter().write(text());
      return false;
    }

    String text() {
      return "";
    }
  }

  public static class OverridingInterceptor extends PlainInterceptor {
    @Override
    boolean answer(HttpServletResponse response) throws IOException {
      response.getWriter().write(Secret.TEXT);
      return false;
    }
  }

  public static class TellingInterceptor extends PlainInterceptor {
    @Override
    String text() {
      return Secret.TEXT;
    }
  }

  /** A filter calls a servlet of its own where the path leads to a listed one. */
  @Configuration(proxyBeanMethods = false)
  public static class OfServlets {
    @Bean
    ServletRegistrationBean<PlainServlet> servlet() {
      return new ServletRegistrationBean<>(new PlainServlet(), "/servlet");
    }

    @Bean
    FilterRegistrationBean<CallingFilter> calling() {
      return at("/servlet", new CallingFilter());
    }
  }

  public static class CallingFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      if (request.getParameter("overriding") != null) {
        new OverridingServlet().service(request, response);
      } else if (request.getParameter("telling") != null) {
        new TellingServlet().service(request, response);
      } else {
        chain.doFilter(request, response);
      }
    }
  }

  public static class PlainServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      answer(response);
    }

    void answer(HttpServletResponse response) throws IOException {
      response.getWriter().write(text());
    }

    String text() {
      return "harmless";
    }
  }

  static class OverridingServlet extends PlainServlet {
    private static final long serialVersionUID = 1L;

    @Override
    void answer(HttpServletResponse response) throws IOException {
      response.getWriter().write(Secret.TEXT);
    }
  }

  static class TellingServlet extends PlainServlet {
    private static final long serialVersionUID = 1L;

    @Override
    String text() {
      return Secret.TEXT;
    }
  }
}
