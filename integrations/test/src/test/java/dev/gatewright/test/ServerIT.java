package dev.gatewright.test;

import static dev.gatewright.test.TestCaller.anonymous;
import static dev.gatewright.test.TestCaller.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Scheme;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.client.RestClient;

/** Requests over a real connection. */
@ShopTest
class ServerIT {
  @Autowired private RestTestClient client;
  @Autowired private TestCallers callers;
  @LocalServerPort private int port;

  @Test
  void aRequestHasTheCallerOfItsHeaders() {
    client
        .get()
        .uri("/baskets/bob")
        .headers(callers.headers(caller("bob").roles("customer").scopes("baskets:read")))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo("basket of bob");
    client
        .get()
        .uri("/deliveries")
        .headers(callers.headers(caller("robot").scheme(Scheme.API_KEY)))
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void withoutOneNobodyCalls() {
    client.get().uri("/me").exchange().expectStatus().isUnauthorized();
    client
        .get()
        .uri("/me")
        .headers(headers -> headers.setBearerAuth("test-forged"))
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  @WithCaller("alice")
  void springBootsClientCallsAsTheTestDoes() {
    client
        .get()
        .uri("/me")
        .exchange()
        .expectBody(String.class)
        .isEqualTo("https://issuer.example alice BEARER");
    client
        .get()
        .uri("/me")
        .headers(callers.headers(caller("bob")))
        .exchange()
        .expectBody(String.class)
        .isEqualTo("https://issuer.example bob BEARER");
  }

  @Test
  void aClientMayCallAsOneAndTheSame() {
    RestTestClient alices =
        client.mutate().defaultHeaders(callers.headers(caller("alice"))).build();

    alices.get().uri("/me").exchange().expectStatus().isOk();
    alices.get().uri("/me").exchange().expectStatus().isOk();
  }

  @Test
  void anyClientMayCall() {
    RestClient plain = RestClient.create("http://127.0.0.1:" + port);

    assertThat(
            plain
                .get()
                .uri("/me")
                .headers(callers.headers(caller("alice")))
                .retrieve()
                .body(String.class))
        .isEqualTo("https://issuer.example alice BEARER");
  }

  @Test
  @WithCaller("alice")
  void anotherClientCallsAsNobody() {
    int status =
        RestClient.create("http://127.0.0.1:" + port)
            .get()
            .uri("/me")
            .headers(callers.headers(anonymous()))
            .exchange((request, response) -> response.getStatusCode().value());

    assertThat(status).isEqualTo(401);
  }
}
