package dev.gatewright.test;

import static dev.gatewright.test.TestCaller.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.test.shop.ShopApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

/** An application that is started as in production, with this module on its class path. */
@ShopTest
@WithCaller("alice")
class OutsideOfTestsIT {
  @Autowired private TestCallers callers;

  @Test
  void acceptsNoCallerOfATestAndHasNothingOfThisModule() {
    try (ConfigurableApplicationContext started =
        new SpringApplication(ShopApplication.class)
            .run(
                "--server.port=0",
                // Its endpoint for machines wants keys, which only a test may do without.
                "--gatewright.api-keys.pepper=ymVnhRT+6s3lUjRP8hPK76SPXT7Xz+k5QmBpP2TSQB8=")) {
      int port = ((WebServerApplicationContext) started).getWebServer().getPort();
      int status =
          RestClient.create("http://127.0.0.1:" + port)
              .get()
              .uri("/me")
              .headers(callers.headers(caller("alice")))
              .exchange((request, response) -> response.getStatusCode().value());

      assertThat(status).isEqualTo(401);
      assertThat(started.getBeansOfType(Authenticator.class).values())
          .isNotEmpty()
          .noneMatch(each -> each.getClass().getName().startsWith("dev.gatewright.test."));
      assertThat(started.getBean(RateLimiter.class)).isInstanceOf(InProcessRateLimiter.class);
      assertThat(started.getBeanNamesForType(TestCallers.class)).isEmpty();
      assertThat(started.getBeanNamesForType(TestClock.class)).isEmpty();
    }
  }
}
