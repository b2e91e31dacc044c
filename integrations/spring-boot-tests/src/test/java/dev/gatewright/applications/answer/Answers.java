package dev.gatewright.applications.answer;

import dev.gatewright.applications.Secret;
import dev.gatewright.applications.mapping.SecretHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Applications that answer where no handler did: to paths that are not there, and to errors. */
public final class Answers {
  private Answers() {}

  @RestControllerAdvice
  public static class Advice {
    @ExceptionHandler
    public ResponseEntity<String> answer(Exception any) {
      return ResponseEntity.ok(Secret.TEXT);
    }
  }

  /** Keeps the status and fills the body. */
  @RestControllerAdvice
  public static class ErrorAdvice {
    @ExceptionHandler
    public ResponseEntity<String> answer(Exception any) {
      return ResponseEntity.status(404).header("X-Secret", Secret.TEXT).body(Secret.TEXT);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Resolver {
    @Bean
    HandlerExceptionResolver resolver() {
      return new Resolving();
    }

    static class Resolving implements HandlerExceptionResolver, Ordered {
      @Override
      public ModelAndView resolveException(
          HttpServletRequest request,
          HttpServletResponse response,
          @Nullable Object handler,
          Exception any) {
        try {
          response.getWriter().write(Secret.TEXT);
        } catch (IOException failed) {
          throw new IllegalStateException(failed);
        }
        return new ModelAndView();
      }

      @Override
      public int getOrder() {
        return HIGHEST_PRECEDENCE;
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Attributes {
    @Bean
    ErrorAttributes attributes() {
      return new Telling();
    }

    static class Telling extends DefaultErrorAttributes {
      @Override
      public Map<String, @Nullable Object> getErrorAttributes(
          WebRequest request, ErrorAttributeOptions options) {
        return Map.of("secret", Secret.TEXT, "status", 200);
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ErrorViews {
    @Bean
    ErrorViewResolver resolver() {
      return (request, status, model) -> {
        ModelAndView view = new ModelAndView(new SecretHandler());
        view.setStatus(HttpStatus.OK);
        return view;
      };
    }
  }
}
