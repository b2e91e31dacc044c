package dev.gatewright.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import dev.gatewright.test.shop.Cellar;
import dev.gatewright.test.shop.Shop;
import dev.gatewright.test.shop.ShopApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Spies of guards are guards: what they call is the guard. */
@SpringBootTest(classes = ShopApplication.class)
@AutoConfigureMockMvc
@WithCaller(value = "alice", roles = "customer")
class MockedControllerIT {
  @Autowired private MockMvcTester mvc;
  @MockitoSpyBean private Shop shop;
  @MockitoSpyBean private Cellar cellar;

  @Test
  void aSpyOfAGuardedControllerIsAsked() {
    assertThat(mvc.get().uri("/cellar")).hasStatus(403);
    verify(cellar).open();
    assertThat(mvc.get().uri("/stock/tea")).hasStatusOk().hasBodyTextEqualTo("3");
    verify(shop).stock("tea");
  }
}
