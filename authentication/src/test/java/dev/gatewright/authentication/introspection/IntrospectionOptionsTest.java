package dev.gatewright.authentication.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.option.InvalidOptionException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class IntrospectionOptionsTest {

  private static IntrospectedTokensBuilder complete() {
    return new IntrospectedTokensBuilder()
        .uri("https://id.example/introspect")
        .clientId("bank")
        .clientSecret("s3cret")
        .issuer("https://id.example")
        .audience("https://api.example");
  }

  private static void assertRefused(
      String option, UnaryOperator<IntrospectedTokensBuilder> change) {
    assertThatThrownBy(() -> change.apply(complete()).build())
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageStartingWith("'" + option + "' ")
        .hasMessageContaining("Fix: ")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void whatIsCompleteIsBuilt() {
    assertThat(complete().build()).hasToString("IntrospectedTokens[https://id.example/introspect]");
  }

  @Test
  void everyMandatoryOptionStopsTheStartByName() {
    assertRefused("uri", builder -> builder.uri(null));
    assertRefused("uri", builder -> builder.uri("http://id.example/introspect"));
    assertRefused("clientId", builder -> builder.clientId(null));
    assertRefused("clientSecret", builder -> builder.clientSecret(" "));
    assertRefused("issuer", builder -> builder.issuer(null));
    assertThatThrownBy(
            () ->
                new IntrospectedTokensBuilder()
                    .uri("https://id.example/introspect")
                    .clientId("bank")
                    .issuer("https://id.example")
                    .audience("https://api.example")
                    .build())
        .hasMessageStartingWith("'clientSecret' is missing");
    assertThatThrownBy(
            () ->
                new IntrospectedTokensBuilder()
                    .uri("https://id.example/introspect")
                    .clientId("bank")
                    .clientSecret("s3cret")
                    .issuer("https://id.example")
                    .build())
        .hasMessageStartingWith("'audience' is missing");
  }

  @Test
  void whatIsOutOfBoundsIsRefusedByName() {
    assertRefused("cacheFor", builder -> builder.cacheFor(Duration.ofMinutes(6)));
    assertRefused("cacheFor", builder -> builder.cacheFor(Duration.ofSeconds(-1)));
    assertRefused("cacheInactiveFor", builder -> builder.cacheInactiveFor(Duration.ofSeconds(11)));
    assertRefused("cacheSize", builder -> builder.cacheSize(0));
    assertRefused("timeout", builder -> builder.timeout(Duration.ZERO));
    assertRefused("maxConcurrentCalls", builder -> builder.maxConcurrentCalls(0));
    assertRefused("pauseWhenDown", builder -> builder.pauseWhenDown(Duration.ZERO));
    assertRefused("clockSkew", builder -> builder.clockSkew(Duration.ofMinutes(3)));
    assertRefused("maxLifetime", builder -> builder.maxLifetime(Duration.ZERO));
    assertRefused("rolesClaim", builder -> builder.rolesClaim("scope"));
  }
}
