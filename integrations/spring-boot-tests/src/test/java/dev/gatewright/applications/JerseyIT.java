package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JAX-RS resources, which Jersey makes and serves: no guard ever comes between. */
class JerseyIT {
  private static final String RESOURCE =
      """
      package rest;
      import jakarta.ws.rs.*;
      @Path("/secret")
      %s
      public class Resource {
        @GET %s public String secret() { return "%s"; }
      }
      """;

  private static final String CONFIGURATION =
      """
      package rest;
      import org.glassfish.jersey.server.ResourceConfig;
      import org.springframework.context.annotation.*;
      @Configuration(proxyBeanMethods = false)
      %s
      public class Resources {
        @Bean ResourceConfig configuration() { return new ResourceConfig().register(%s); }
      }
      """;

  private static Application resource(String ofType, String ofMethod, String registered) {
    Class<?>[] classes =
        WithoutProcessor.compile(
            "rest.Resource",
            RESOURCE.formatted(ofType, ofMethod, Secret.TEXT),
            "rest.Resources",
            CONFIGURATION.formatted("", registered));
    return Application.of(classes[1]).using(Library.JERSEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"servlet", "filter"})
  void jerseyThatIsNotExemptStopsTheStart(String kind) {
    assertThat(
            resource("", "", "Resource.class")
                .with("spring.jersey.type=" + kind, "spring.jersey.application-path=/rest")
                .refused())
        .hasMessageContaining("org.glassfish.jersey.servlet.ServletContainer")
        .hasMessageContaining("gatewright.exemptions");
  }

  @ParameterizedTest
  @ValueSource(strings = {"servlet", "filter"})
  void jerseyThatIsExemptAnswers(String kind) {
    try (RunningApplication running =
        resource("", "", "Resource.class")
            .with("spring.jersey.type=" + kind, "spring.jersey.application-path=/rest")
            .exempting("org.glassfish.jersey.servlet.ServletContainer")
            .start()) {
      running.get("/rest/secret").isTheSecret();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Resource.class", "new Resource()"})
  void aSecuredResourceIsNeverServedRaw(String registered) {
    Attempt.of(
            resource("@dev.gatewright.Secured", "", registered)
                .with("spring.jersey.application-path=/rest"))
        .isRefusedOr(running -> running.get("/rest/secret").isClosed());
    Attempt.of(
            resource("", "@dev.gatewright.Secured", registered)
                .with("spring.jersey.application-path=/rest"))
        .isRefusedOr(running -> running.get("/rest/secret").isClosed());
  }

  @Test
  void aSecuredResourceIsNotServedRawByAnExemptJerseyEither() {
    Attempt.of(
            resource("@dev.gatewright.Secured", "", "Resource.class")
                .with("spring.jersey.application-path=/rest")
                .exempting("org.glassfish.jersey.servlet.ServletContainer"))
        .isRefusedOr(running -> running.get("/rest/secret").isClosed());
  }
}
