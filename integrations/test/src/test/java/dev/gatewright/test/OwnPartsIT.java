package dev.gatewright.test;

import static dev.gatewright.test.TestCaller.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.test.shop.ShopApplication;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An application with an authenticator, a limiter and a clock of its own. */
@SpringBootTest(classes = {ShopApplication.class, OwnPartsIT.Parts.class})
@AutoConfigureMockMvc
class OwnPartsIT {
  private static final TestCaller ROBOT = caller("robot").scheme(Scheme.API_KEY);

  @Autowired private MockMvcTester mvc;
  @Autowired private TestClock clock;

  /** Accepts the name of a machine for its key. */
  static final class Machines implements Authenticator {
    @Override
    public Scheme scheme() {
      return Scheme.API_KEY;
    }

    @Override
    public String header() {
      return "X-Machine";
    }

    @Override
    public List<String> credentials(Exchange exchange) {
      return exchange.headers(header());
    }

    @Override
    public Authentication authenticate(String credential, Exchange exchange) {
      return credential.equals("mill")
          ? new Authentication.Accepted(Caller.of(Scheme.API_KEY, "machines", credential).build())
          : new Authentication.Rejected("no machine");
    }

    @Override
    public String challenge() {
      return "Machine";
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Parts {
    @Bean
    Machines machines() {
      return new Machines();
    }

    @Bean
    RateLimiter limiter() {
      return InProcessRateLimiter.create();
    }

    @Bean
    InstantSource gatewrightClock() {
      return InstantSource.system();
    }
  }

  @Test
  void itsAuthenticatorAcceptsItsOwnCredentialsAndTestsCallers() {
    assertThat(mvc.get().uri("/deliveries").header("X-Machine", "mill"))
        .hasStatusOk()
        .hasBodyTextEqualTo("for mill");
    assertThat(mvc.get().uri("/deliveries").header("X-Machine", "mull")).hasStatus(401);
    assertThat(mvc.get().uri("/deliveries").with(ROBOT))
        .hasStatusOk()
        .hasBodyTextEqualTo("for robot");
    assertThat(mvc.get().uri("/deliveries").with(ROBOT.scheme(Scheme.BEARER))).hasStatus(401);
  }

  @Test
  void twoCredentialsAreOneTooMany() {
    assertThat(mvc.get().uri("/me").header("Authorization", "Bearer a").with(ROBOT)).hasStatusOk();
    assertThat(
            mvc.get()
                .uri("/me")
                .with(ROBOT)
                .with(
                    request -> {
                      request.addHeader("Authorization", "Bearer a");
                      return request;
                    }))
        .hasStatus(400);
  }

  @Test
  @WithoutLimits
  void itsLimiterIsSwitchedOffToo() {
    for (int call = 0; call < 5; call++) {
      assertThat(mvc.get().uri("/offers").with(caller("carol"))).hasStatusOk();
    }
  }

  @Test
  void itsLimiterCounts() {
    assertThat(mvc.get().uri("/offers").with(caller("dave"))).hasStatusOk();
    assertThat(mvc.get().uri("/offers").with(caller("dave"))).hasStatusOk();
    assertThat(mvc.get().uri("/offers").with(caller("dave"))).hasStatus(429);
  }

  @Test
  void itsClockIsNotMoved() {
    assertThatThrownBy(() -> clock.advance(Duration.ofMinutes(1)))
        .isInstanceOf(IllegalStateException.class);
  }
}
