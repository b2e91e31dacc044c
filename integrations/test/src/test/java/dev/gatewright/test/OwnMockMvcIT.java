package dev.gatewright.test;

import static dev.gatewright.test.GatewrightMockMvcConfigurer.gatewright;
import static dev.gatewright.test.TestCaller.caller;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.MockMvcWebTestClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Clients that a test sets up itself. */
@ShopTest
@WithCaller("alice")
class OwnMockMvcIT {
  private static final String ALICE = "https://issuer.example alice BEARER";

  @Autowired private WebApplicationContext context;
  @Autowired private TestCallers callers;
  @Autowired private MockMvc mvc;

  @Test
  void aMockMvcOfTheTestsOwnHasTheCaller() {
    MockMvcTester own =
        MockMvcTester.create(
            MockMvcBuilders.webAppContextSetup(context).apply(gatewright()).build());

    assertThat(own.get().uri("/me")).hasStatusOk().hasBodyTextEqualTo(ALICE);
    assertThat(own.get().uri("/me").with(caller("bob")))
        .hasBodyTextEqualTo("https://issuer.example bob BEARER");
    assertThat(own.get().uri("/baskets/alice")).hasStatus(403);
  }

  @Test
  void oneWithoutTheGatesFiltersAnswersNothing() {
    MockMvcTester bare = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context).build());

    assertThat(bare.get().uri("/me").secure(true)).hasStatus(503);
  }

  @Test
  void aRestTestClientOfTheTestsOwnHasTheCaller() {
    RestTestClient own =
        RestTestClient.bindToApplicationContext(context)
            .configureServer(server -> server.apply(gatewright()))
            .build();

    own.get().uri("/me").exchange().expectBody(String.class).isEqualTo(ALICE);
  }

  @Test
  void aWebTestClientHasTheCallerOfTheTestOrOfItsHeaders() {
    WebTestClient client = MockMvcWebTestClient.bindTo(mvc).build();

    client.get().uri("/me").exchange().expectBody(String.class).isEqualTo(ALICE);
    client
        .get()
        .uri("/me")
        .headers(callers.headers(caller("bob")))
        .exchange()
        .expectBody(String.class)
        .isEqualTo("https://issuer.example bob BEARER");
    client
        .mutate()
        .defaultHeaders(callers.headers(caller("carol")))
        .build()
        .get()
        .uri("/me")
        .exchange()
        .expectBody(String.class)
        .isEqualTo("https://issuer.example carol BEARER");
  }
}
