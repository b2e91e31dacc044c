package dev.gatewright.applications.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.ui.DefaultLoginPageGeneratingFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.filter.CompositeFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Applications with a filter that holds another, which the container does not know of. */
public final class Holders {
  private Holders() {}

  /** As an application adds its own filter to Spring Security's. */
  @Configuration(proxyBeanMethods = false)
  public static class SpringSecurity {
    @Bean
    Filter chain() {
      DefaultLoginPageGeneratingFilter page = new DefaultLoginPageGeneratingFilter();
      page.setLoginPageUrl("/login");
      page.setFormLoginEnabled(true);
      page.setUsernameParameter("username");
      page.setPasswordParameter("password");
      page.setAuthenticationUrl("/login");
      return new FilterChainProxy(
          new DefaultSecurityFilterChain(
              AnyRequestMatcher.INSTANCE, List.of(page, new AnsweringFilter())));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Composite {
    @Bean
    Filter chain() {
      CompositeFilter composite = new CompositeFilter();
      composite.setFilters(List.of(new AnsweringFilter()));
      return composite;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Calling {
    @Bean
    Filter chain() {
      return new CallingFilter();
    }
  }

  /** Hands its own chain on. */
  public static class CallingFilter extends OncePerRequestFilter {
    private final Filter held = new AnsweringFilter();

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
      return false;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      held.doFilter(request, response, chain);
    }
  }
}
