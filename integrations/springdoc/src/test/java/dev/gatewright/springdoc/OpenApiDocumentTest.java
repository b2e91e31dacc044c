package dev.gatewright.springdoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the document that springdoc writes of guarded endpoints. */
class OpenApiDocumentTest {
  private static ConfigurableApplicationContext context;
  private static JsonNode document;

  @RestController
  static class Orders {
    @GetMapping("/orders/{id}")
    @Secured(roles = "clerk", scopes = "orders:read")
    @RateLimited(name = "reads", permits = 60, per = "1m", key = LimitKey.SUBJECT)
    String find(@PathVariable String id, Caller caller) {
      return id + caller.subject();
    }

    @PostMapping("/orders")
    @Secured
    String create(@RequestBody String order, Optional<Caller> caller) {
      return order + caller.isPresent();
    }

    @GetMapping("/prices")
    @Public(reason = "test")
    String prices() {
      return "";
    }

    @GetMapping("/named")
    @Secured
    String named(Optional<Caller> user, @RequestParam("user") String name) {
      return name + user.isPresent();
    }

    @GetMapping("/described")
    @Secured
    @Tag(name = "By hand")
    @SecurityRequirement(name = "own")
    @ApiResponse(responseCode = "401", description = "By hand")
    String described() {
      return "";
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Orders.class)
  static class Shop {}

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    SpringApplication application = new SpringApplicationBuilder(Shop.class).build();
    context =
        application.run(
            "--server.port=0",
            "--gatewright.transport.https=required-except-loopback",
            "--gatewright.api-keys.pepper=ymVnhRT+6s3lUjRP8hPK76SPXT7Xz+k5QmBpP2TSQB8=",
            "--gatewright.limits.overrides.reads.permits=30",
            "--gatewright.exemptions=org.springdoc.webmvc.api.OpenApiWebMvcResource");
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    document = JsonMapper.shared().readTree(answer.body());
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static JsonNode operation(String pointer) {
    JsonNode found = document.at("/paths" + pointer);
    assertThat(found.isMissingNode()).as(document.toPrettyString()).isFalse();
    return found;
  }

  @Test
  void operationsAreGroupedByTheGuardedClass() {
    assertThat(operation("/~1orders~1{id}/get/tags").toString()).isEqualTo("[\"orders\"]");
    assertThat(document.toString()).doesNotContain("guard");
  }

  @Test
  void theCallerIsNoParameter() {
    assertThat(operation("/~1orders~1{id}/get/parameters")).hasSize(1);
    assertThat(document.at("/paths/~1orders/post/parameters")).isEmpty();
    assertThat(operation("/~1orders/post/requestBody/content").toString()).doesNotContain("aller");
  }

  @Test
  void aParameterThatIsCalledAsTheCallerStays() {
    assertThat(operation("/~1named/get/parameters")).hasSize(1);
    assertThat(operation("/~1named/get/parameters/0/name").asString()).isEqualTo("user");
  }

  @Test
  void theCredentialItsScopesAndItsOneRoleAreRequired() {
    assertThat(operation("/~1orders~1{id}/get/security").toString())
        .isEqualTo("[{\"apiKey\":[\"orders:read\",\"clerk\"]}]");
    assertThat(document.at("/components/securitySchemes/apiKey/name").asString())
        .isEqualTo("X-API-Key");
  }

  @Test
  void refusalsAreProblems() {
    assertThat(operation("/~1orders~1{id}/get/responses").propertyNames())
        .contains("200", "401", "403", "429");
    assertThat(operation("/~1orders~1{id}/get/responses/429/content").propertyNames())
        .containsExactly("application/problem+json");
  }

  @Test
  void limitsAreDescribedAsTheyAreInForce() {
    assertThat(operation("/~1orders~1{id}/get/x-rate-limits").toString())
        .isEqualTo(
            "[{\"name\":\"reads\",\"permits\":30,\"period\":\"PT1M\",\"burst\":30,"
                + "\"key\":\"SUBJECT\"}]");
    assertThat(document.at("/paths/~1orders/post/x-rate-limits").isMissingNode()).isTrue();
  }

  @Test
  void aPublicEndpointRequiresNothing() {
    assertThat(operation("/~1prices/get/security").toString()).isEqualTo("[]");
    assertThat(operation("/~1prices/get/responses").propertyNames()).doesNotContain("401");
  }

  @Test
  void whatTheApplicationDescribesItselfStays() {
    assertThat(operation("/~1described/get/tags").toString()).isEqualTo("[\"By hand\"]");
    assertThat(operation("/~1described/get/security").toString()).isEqualTo("[{\"own\":[]}]");
    assertThat(operation("/~1described/get/responses/401/description").asString())
        .isEqualTo("By hand");
  }
}
