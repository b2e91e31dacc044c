package dev.gatewright.test.shop;

import static dev.gatewright.test.TestCaller.caller;

import dev.gatewright.test.TestCallers;
import dev.gatewright.test.WithCaller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@AutoConfigureRestTestClient
class OverHttpIT {
  @Autowired RestTestClient client;
  @Autowired TestCallers callers;

  @Test
  void bobCalls() {
    RestTestClient bobs = client.mutate().defaultHeaders(callers.headers(caller("bob"))).build();

    bobs.get().uri("/me").exchange().expectStatus().isOk();
  }

  @Test
  @WithCaller("alice")
  void theCallerOfTheTestCalls() {
    client.get().uri("/me").exchange().expectStatus().isOk();
  }
}
