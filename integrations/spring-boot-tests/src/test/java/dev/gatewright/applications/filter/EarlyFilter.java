package dev.gatewright.applications.filter;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads a parameter before Gatewright's filter, and never answers: so it is listed. */
public final class EarlyFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.setAttribute("tenant", request.getParameter("tenant"));
    chain.doFilter(request, response);
  }

  @Configuration(proxyBeanMethods = false)
  public static class First {
    /** Of one order, filters stand as their beans do. */
    @Bean
    FilterRegistrationBean<EarlyFilter> aFilterBeforeOthers() {
      FilterRegistrationBean<EarlyFilter> registration =
          new FilterRegistrationBean<>(new EarlyFilter());
      registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return registration;
    }
  }

  @RestController
  @Public(reason = "only reads")
  public static class Endpoint {
    @PostMapping("/short")
    @ValidatedInput(maxBodyBytes = 300)
    public String read(@RequestParam String name) {
      return "read " + name.length();
    }
  }
}
