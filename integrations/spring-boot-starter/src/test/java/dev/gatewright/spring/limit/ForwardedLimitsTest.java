package dev.gatewright.spring.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.forwards.Forwards;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of endpoints that are reached through others, over HTTP. */
class ForwardedLimitsTest {
  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application =
        RunningApplication.start(
            Forwards.Application.class, "gatewright.transport.trusted-proxies=127.0.0.1");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static HttpResponse<String> get(String path, String client) {
    return application.get(
        path,
        "Authorization",
        "Bearer " + RunningApplication.tokenOf(client),
        "X-Forwarded-For",
        "198.51.100." + (1 + Math.floorMod(client.hashCode(), 250)),
        "X-Forwarded-Proto",
        "https");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/forward", "/include"})
  void whatAForwardLeadsToIsCountedByItsArguments(String door) {
    String path = door + "?to=/order&article=" + door.substring(1);
    assertThat(get(path, "alice").statusCode()).isEqualTo(200);
    assertThat(get(path, "bob").statusCode()).isEqualTo(200);

    HttpResponse<String> third = get(path, "carol");
    assertThat(third.body()).as("status %s", third.statusCode()).contains("violated-policies");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/by-address", "/by-caller"})
  void whatAForwardLeadsToIsCountedByWhoCallsOnce(String target) {
    String client = "client-of-" + target.substring(1);
    HttpResponse<String> forwarded = get("/forward?to=" + target, client);
    assertThat(forwarded.statusCode()).as(forwarded.body()).isEqualTo(200);
    assertThat(forwarded.headers().firstValue("X-RateLimit-Remaining")).hasValue("1");
    assertThat(get("/forward?to=" + target, client).statusCode()).isEqualTo(200);

    assertThat(get("/forward?to=" + target, client).statusCode()).isEqualTo(429);
    assertThat(get(target, client).statusCode()).as("one budget").isEqualTo(429);
  }

  @Test
  void aBatchIsOneCallOfItsEndpointAndManyOfTheBean() {
    HttpResponse<String> batch = get("/batch?times=1000", "dora");
    assertThat(batch.statusCode()).as(batch.body()).isEqualTo(200);
    assertThat(batch.headers().firstValue("RateLimit").orElseThrow())
        .contains("\"batch\";r=2", "\"book\";r=500");

    HttpResponse<String> refused = get("/batch?times=1000", "dora");
    assertThat(refused.statusCode()).as("in the middle of its work").isEqualTo(429);
    assertThat(refused.body()).contains("book");
  }

  @Test
  void anAsynchronousDispatchIsNotCountedAgainAndWhatItCallsIsCounted() {
    assertThat(get("/later", "erin").body()).isEqualTo("looked");
    assertThat(get("/later", "erin").statusCode()).as("the bean's own limit").isEqualTo(429);
    HttpResponse<String> third = get("/later", "erin");
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.body()).as("two calls, not four").contains("later");
  }
}
