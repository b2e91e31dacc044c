package dev.gatewright.applications.answer;

import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that the container dispatches errors to. */
@RestController
public class ErrorPages {

  /** A status leads to the endpoint that a property names. */
  public static class Registered {
    @Bean
    ErrorPageRegistrar registrar(@Value("${test.error-page}") String page) {
      return registry -> registry.addErrorPages(new ErrorPage(HttpStatus.NOT_FOUND, page));
    }
  }

  @RequestMapping("/limited")
  @Public(reason = "it describes errors")
  @RateLimited(permits = 2, per = "1h", key = LimitKey.ADDRESS)
  public String limited() {
    return "described";
  }

  @RequestMapping("/secured")
  @Secured(roles = "keeper")
  public String secured() {
    return Secret.TEXT;
  }
}
