package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A controller that inherits generic endpoints, and only says of what. */
class GenericControllerTest {

  @Test
  void whatAGenericSuperclassMapsIsGuardedAndValidated() {
    String token = "Bearer " + RunningApplication.tokenOf("alice");
    try (RunningApplication application =
        RunningApplication.start(List.of(Application.class, Users.class))) {
      assertThat(post(application, "{\"name\":\"bob\"}", "none").statusCode()).isEqualTo(401);
      assertThat(post(application, "{\"name\":\"bob\"}", token).body()).contains("bob");
      assertThat(post(application, "{\"name\":\"far too long\"}", token).statusCode())
          .isEqualTo(422);
    }
  }

  private static HttpResponse<String> post(
      RunningApplication application, String body, String authorization) {
    return application.post(
        "/users", body, "Content-Type", "application/json", "Authorization", authorization);
  }

  record User(@Size(max = 5) String name) {}

  abstract static class Creating<T> {
    @PostMapping("/users")
    @Secured
    @ValidatedInput
    public T create(@Valid @RequestBody T created) {
      return created;
    }
  }

  @RestController
  static class Users extends Creating<User> {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}
}
