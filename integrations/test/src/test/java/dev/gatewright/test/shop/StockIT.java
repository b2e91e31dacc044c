package dev.gatewright.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.gatewright.test.WithCaller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(Shop.class)
class StockIT {
  @Autowired MockMvcTester mvc;
  @MockitoBean Stock stock;
  @MockitoBean Cellar cellar;
  @MockitoBean OwnsBasket ownsBasket;

  @Test
  @WithCaller("alice")
  void theMockOfAGuardedServiceAnswersWhateverItWouldAsk() {
    given(cellar.open()).willReturn("water");

    assertThat(mvc.get().uri("/cellar")).hasBodyTextEqualTo("water");
  }

  @Test
  void theControllerIsGuarded() {
    assertThat(mvc.get().uri("/cellar")).hasStatus(401);
  }
}
