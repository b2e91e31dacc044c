package dev.gatewright.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.gatewright.runtime.Guard;
import dev.gatewright.test.shop.Cellar;
import dev.gatewright.test.shop.OwnsBasket;
import dev.gatewright.test.shop.Shop;
import dev.gatewright.test.shop.ShopApplication;
import dev.gatewright.test.shop.Stock;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A slice: services, guarded ones and policies are mocks, and the controller is a spy. */
@WebMvcTest(Shop.class)
@ContextConfiguration(classes = ShopApplication.class)
@WithCaller(value = "alice", roles = "customer", scopes = "baskets:read")
class MocksIT {
  @Autowired private MockMvcTester mvc;
  @MockitoSpyBean private Shop shop;
  @MockitoBean private Stock stock;
  @MockitoBean private Cellar cellar;
  @MockitoBean private OwnsBasket ownsBasket;

  @Test
  void aMockOfAPlainServiceAnswersBehindTheGuard() {
    given(stock.piecesOf("tea")).willReturn(42);

    assertThat(shop).isInstanceOf(Guard.class);
    assertThat(mvc.get().uri("/stock/tea")).hasStatusOk().hasBodyTextEqualTo("42");
  }

  @Test
  void aMockOfAGuardedServiceAnswersWithoutBeingAsked() {
    given(cellar.open()).willReturn("water");

    assertThat(mvc.get().uri("/cellar")).hasStatusOk().hasBodyTextEqualTo("water");
  }

  @Test
  void aMockOfAPolicyDecides() {
    assertThat(mvc.get().uri("/baskets/bob")).hasStatus(403);

    given(ownsBasket.permits(ArgumentMatchers.any(), ArgumentMatchers.eq("bob"))).willReturn(true);

    assertThat(mvc.get().uri("/baskets/bob")).hasStatusOk();
  }

  @Test
  @WithCaller(anonymous = true)
  void nobodyGetsToTheMocksWithoutACaller() {
    given(cellar.open()).willReturn("water");

    assertThat(mvc.get().uri("/cellar")).hasStatus(401);
  }
}
