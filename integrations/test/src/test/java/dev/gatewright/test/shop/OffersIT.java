package dev.gatewright.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.test.TestClock;
import dev.gatewright.test.WithCaller;
import dev.gatewright.test.WithoutLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
@WithCaller("alice")
class OffersIT {
  @Autowired MockMvcTester mvc;
  @Autowired TestClock clock;

  @Test
  void offersAreShownTwiceAMinute() {
    assertThat(mvc.get().uri("/offers")).hasStatusOk();
    assertThat(mvc.get().uri("/offers")).hasStatusOk();
    assertThat(mvc.get().uri("/offers")).hasStatus(429);

    clock.advance(Duration.ofMinutes(1));

    assertThat(mvc.get().uri("/offers")).hasStatusOk();
  }

  @Test
  @WithoutLimits
  void offersStayTheSame() {
    for (int call = 0; call < 100; call++) {
      assertThat(mvc.get().uri("/offers")).hasBodyTextEqualTo("cheap");
    }
  }
}
