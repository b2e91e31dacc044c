package dev.gatewright.applications.mapping;

import dev.gatewright.applications.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A handler that may be exempt, and an interceptor that answers before it. */
@Configuration(proxyBeanMethods = false)
public class Interceptors implements WebMvcConfigurer {

  @Bean("/handler")
  HttpRequestHandler handler() {
    return new SecretHandler();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Answering());
  }

  /** In the manner that a parameter names. */
  public static class Answering implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler)
        throws IOException {
      String manner = request.getParameter("intercepted");
      if (manner == null) {
        return true;
      }
      switch (manner) {
        case "writer" -> response.getWriter().write(Secret.TEXT);
        case "stream" ->
            response.getOutputStream().write(Secret.TEXT.getBytes(StandardCharsets.US_ASCII));
        case "flushed" -> {
          response.getWriter().write(Secret.TEXT);
          response.getWriter().flush();
          response.flushBuffer();
        }
        case "redirect" -> response.sendRedirect("/to/" + Secret.TEXT);
        case "redirect-by-hand" -> {
          response.setHeader("Location", "/to/" + Secret.TEXT);
          response.setStatus(302);
        }
        case "status" -> response.setStatus(204);
        case "passing" -> {
          response.setHeader("X-Seen", "1");
          response.getWriter();
          return true;
        }
        default -> throw new IllegalStateException(manner);
      }
      return false;
    }
  }
}
