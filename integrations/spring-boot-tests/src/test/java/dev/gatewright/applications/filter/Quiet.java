package dev.gatewright.applications.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A filter and a servlet that take requests and write nothing, as those do that count visits. */
@Configuration(proxyBeanMethods = false)
public class Quiet {

  @Bean
  FilterRegistrationBean<Filter> quietFilter() {
    FilterRegistrationBean<Filter> registration =
        new FilterRegistrationBean<>((request, response, chain) -> {});
    registration.addUrlPatterns("/quiet/filter");
    registration.setOrder(1);
    return registration;
  }

  @Bean
  ServletRegistrationBean<QuietServlet> quietServlet() {
    return new ServletRegistrationBean<>(new QuietServlet(), "/quiet/servlet");
  }

  /** Takes all and says nothing. */
  public static class QuietServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      // The status is 200 as it is.
    }
  }
}
