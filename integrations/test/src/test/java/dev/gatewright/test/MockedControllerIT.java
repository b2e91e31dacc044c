package dev.gatewright.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

import dev.gatewright.test.shop.Cellar;
import dev.gatewright.test.shop.Shop;
import dev.gatewright.test.shop.ShopApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A whole application, whose guarded service is spied on and whose controller is a mock. */
@SpringBootTest(classes = ShopApplication.class)
@AutoConfigureMockMvc
@WithCaller(value = "alice", roles = "customer")
class MockedControllerIT {
  @Autowired private MockMvcTester mvc;
  @MockitoBean private Shop shop;
  @MockitoSpyBean private Cellar cellar;

  @Test
  void aMockOfAControllerAnswersOtherBeansOfTheApplication() {
    given(shop.stock("tea")).willReturn(7);

    assertThat(shop.stock("tea")).isEqualTo(7);
  }

  @Test
  void aMockOfAControllerAnswersNoRequest() {
    given(shop.stock("tea")).willReturn(7);

    assertThat(mvc.get().uri("/stock/tea")).hasStatus(503);
  }

  @Test
  void aSpyOfAGuardIsAskedAsTheGuardIs() {
    WithCallerIT.assertRefused(403, () -> cellar.open());
    verify(cellar).open();
  }

  @Test
  @WithCaller(roles = "keeper")
  void aSpyOfAGuardAnswersWhoMayCallIt() {
    assertThat(cellar.open()).isEqualTo("wine");
  }
}
