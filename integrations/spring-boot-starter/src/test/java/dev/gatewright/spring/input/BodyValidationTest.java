package dev.gatewright.spring.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Public;
import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.WithoutProcessor;
import dev.gatewright.spring.guard.EmptyDigest;
import jakarta.validation.constraints.Positive;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;
import org.springframework.validation.beanvalidation.MethodValidationPostProcessor;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Spring MVC validates by itself is validated on guarded endpoints too. The guard is written
 * by hand, as the processor refuses some of what older class files may hold.
 */
class BodyValidationTest {
  private static final Class<?> ORDERS =
      WithoutProcessor.compile(
          "elsewhere.Orders",
          """
          package elsewhere;

          import dev.gatewright.runtime.*;
          import dev.gatewright.runtime.input.Violations;
          import dev.gatewright.runtime.policy.EndpointPolicy;
          import jakarta.validation.Valid;
          import jakarta.validation.constraints.*;
          import java.util.List;
          import org.springframework.validation.*;
          import org.springframework.validation.annotation.Validated;
          import org.springframework.web.bind.WebDataBinder;
          import org.springframework.web.bind.annotation.*;

          @GuardOf(value = Orders.class, annotations = "none")
          @RestController
          @RequestMapping("/orders")
          public class Orders implements Guard {
            public interface Create {}

            public record Order(
                @Positive int count, @NotEmpty(groups = Create.class) String text, String own) {}

            private static EndpointPolicy.Builder policy(String name, Class<?> type) {
              return EndpointPolicy.of(Orders.class, name, type).open("test");
            }

            private static final EndpointPolicy PLAIN =
                policy("plain", Order.class).parameterNames("order").build();
            private static final EndpointPolicy GROUP =
                policy("group", Order.class).parameterNames("order").build();
            private static final EndpointPolicy SAME =
                policy("same", Order.class).parameterNames("order").groups(Create.class).build();
            private static final EndpointPolicy NO_VALID =
                policy("noValid", Order.class).parameterNames("order").build();
            private static final EndpointPolicy UNVALIDATED =
                policy("unvalidated", Order.class).build();
            private static final EndpointPolicy UNVALIDATED_GROUP =
                policy("unvalidatedGroup", Order.class).build();
            private static final EndpointPolicy BOUND =
                policy("bound", Order.class).parameterNames("order").build();
            private static final EndpointPolicy PARAMETER = policy("parameter", int.class).build();
            private static final EndpointPolicy VALIDATED_PARAMETER =
                policy("validatedParameter", int.class).parameterNames("v").build();

            private final Gate gate;

            public Orders(Gate gate) { this.gate = gate; }

            @Override public List<EndpointPolicy> endpointPolicies() {
              return List.of(PLAIN, GROUP, SAME, NO_VALID, UNVALIDATED, UNVALIDATED_GROUP, BOUND,
                  PARAMETER, VALIDATED_PARAMETER);
            }

            /** A validator of the application's own. */
            @InitBinder
            public void own(WebDataBinder binder) {
              if (binder.getTarget() instanceof Order
                  || (binder.getTargetType() != null
                      && binder.getTargetType().resolve() == Order.class)) {
                binder.addValidators(new Validator() {
                  @Override public boolean supports(Class<?> type) { return type == Order.class; }
                  @Override public void validate(Object target, Errors errors) {
                    if ("bad".equals(((Order) target).own())) {
                      errors.rejectValue("own", "own", "is bad");
                    }
                  }
                });
              }
            }

            private String guarded(EndpointPolicy policy, Object argument) {
              Passage passage = gate.enter(policy);
              if (!policy.input().parameterNames().isEmpty()) {
                Violations violations = passage.violations();
                violations.check(this, new Object[] {argument});
                violations.refuseIfAny();
              }
              return "read";
            }

            @PostMapping("/plain")
            public String plain(@RequestBody @Valid Order order) { return guarded(PLAIN, order); }

            @PostMapping("/group")
            public String group(@RequestBody @Validated(Create.class) Order order) {
              return guarded(GROUP, order);
            }

            @PostMapping("/same")
            public String same(@RequestBody @Valid @Validated(Create.class) Order order) {
              return guarded(SAME, order);
            }

            @PostMapping("/no-valid")
            public String noValid(@RequestBody @Validated Order order) {
              return guarded(NO_VALID, order);
            }

            @PostMapping("/unvalidated")
            public String unvalidated(@RequestBody @Valid Order order) {
              return guarded(UNVALIDATED, order);
            }

            @PostMapping("/unvalidated-group")
            public String unvalidatedGroup(@RequestBody @Validated(Create.class) Order order) {
              return guarded(UNVALIDATED_GROUP, order);
            }

            @PostMapping("/bound")
            public String bound(@ModelAttribute @Validated(Create.class) Order order) {
              return guarded(BOUND, order);
            }

            @PostMapping("/parameter")
            public String parameter(@RequestParam @Positive int v) { return guarded(PARAMETER, v); }

            @PostMapping("/validated-parameter")
            public String validatedParameter(@RequestParam @Positive int v) {
              return guarded(VALIDATED_PARAMETER, v);
            }
          }
          """
              .replace("\"none\"", "\"" + EmptyDigest.text() + "\""));

  private static RunningApplication application;

  /** Spring validates its methods in a proxy of its own. */
  @RestController
  @Validated
  @Public(reason = "test")
  static class Checked {

    @PostMapping("/checked")
    String check(@RequestParam @Positive int v) {
      return "read";
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Plain {

    @Bean
    static MethodValidationPostProcessor methodValidation() {
      MethodValidationPostProcessor validation = new MethodValidationPostProcessor();
      validation.setProxyTargetClass(true);
      return validation;
    }
  }

  @BeforeAll
  static void start() {
    application =
        RunningApplication.startBare(
            List.of(Plain.class, ORDERS, Checked.class),
            "gatewright.transport.https=required-except-loopback");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static HttpResponse<String> order(String endpoint, int count, String text, String own) {
    return application.post(
        "/orders/" + endpoint,
        "{\"count\":%d,\"text\":\"%s\",\"own\":\"%s\"}".formatted(count, text, own),
        "Content-Type",
        "application/json");
  }

  @ParameterizedTest
  @CsvSource({
    // endpoint, count, text, own, status
    "plain, 1, '', ok, 200",
    "plain, 0, a, ok, 422",
    "plain, 1, a, bad, 422",
    "group, 1, a, ok, 200",
    "group, 1, '', ok, 422",
    "group, 1, a, bad, 422",
    "same, 1, a, ok, 200",
    "same, 1, '', ok, 422",
    "same, 1, a, bad, 422",
    "no-valid, 1, '', ok, 200",
    "no-valid, 0, a, ok, 422",
    "unvalidated, 1, '', ok, 200",
    "unvalidated, 0, a, ok, 422",
    "unvalidated, 1, a, bad, 422",
    "unvalidated-group, 1, '', ok, 422",
    "unvalidated-group, 0, a, ok, 200"
  })
  void aBodyIsValidatedByEverythingThatAsksForIt(
      String endpoint, int count, String text, String own, int status) {
    HttpResponse<String> response = order(endpoint, count, text, own);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
  }

  @Test
  void whatAProxyOfSpringsFindsIsTold() {
    HttpResponse<String> response = application.post("/checked?v=0", "");

    assertThat(application.post("/checked?v=1", "").body()).isEqualTo("read");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
    assertThat(response.body()).contains("\"path\":\"v\"", "must be greater than 0");
  }

  @ParameterizedTest
  @CsvSource({
    "bound?count=1&text=a&own=ok, 200",
    "bound?count=1&text=&own=ok, 422",
    "bound?count=1&text=a&own=bad, 422",
    "parameter?v=1, 200",
    "parameter?v=0, 422",
    "validated-parameter?v=1, 200",
    "validated-parameter?v=0, 422"
  })
  void soAreObjectsThatAreBoundAndParameters(String target, int status) {
    HttpResponse<String> response = application.post("/orders/" + target, "");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
  }
}
