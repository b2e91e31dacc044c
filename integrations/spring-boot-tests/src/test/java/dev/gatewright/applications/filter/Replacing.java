package dev.gatewright.applications.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatewright.applications.Secret;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Files of the container's servlet, a servlet, and a filter that answers in their place. */
@Configuration(proxyBeanMethods = false)
public class Replacing {

  @Bean
  static WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> files(Environment set) {
    return server -> {
      server.setRegisterDefaultServlet(true);
      server.setDocumentRoot(new File(set.getRequiredProperty("files")));
    };
  }

  @Bean
  ServletRegistrationBean<HeaderServlet> servlet() {
    return new ServletRegistrationBean<>(new HeaderServlet(), "/servlet");
  }

  @Bean
  Filter replacingFilter() {
    return new ReplacingFilter();
  }

  public static class HeaderServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setHeader("Cache-Control", "no-store");
      response.getOutputStream().write("harmless".getBytes(US_ASCII));
    }
  }

  /** In the manner that a parameter names. */
  public static class ReplacingFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      String manner = String.valueOf(request.getParameter("manner"));
      HttpServletResponse http = (HttpServletResponse) response;
      if (manner.equals("before")) {
        tell(http);
      }
      if (manner.equals("wrapped")) {
        chain.doFilter(request, new ContentCachingResponseWrapper(http));
        tell(http);
        return;
      }
      chain.doFilter(request, response);
      switch (manner) {
        case "reset" -> {
          http.reset();
          tell(http);
        }
        case "exchanged" -> {
          http.resetBuffer();
          http.setHeader("Content-Length", null);
          tell(http);
        }
        case "appended" -> tell(http);
        default -> {}
      }
    }

    private static void tell(HttpServletResponse response) throws IOException {
      response.getOutputStream().write(Secret.TEXT.getBytes(US_ASCII));
    }
  }
}
