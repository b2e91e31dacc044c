package dev.gatewright.test.shop;

import static dev.gatewright.test.TestCaller.anonymous;
import static dev.gatewright.test.TestCaller.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.test.TestCaller;
import dev.gatewright.test.TestCallers;
import dev.gatewright.test.WithCaller;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
@WithCaller(value = "alice", roles = "customer", scopes = "baskets:read")
class BasketsIT {
  @Autowired Shop shop;
  @Autowired MockMvcTester mvc;
  @Autowired Cellar cellar;
  @Autowired TestCallers callers;

  @Test
  void customersSeeTheirOwnBaskets() {
    assertThat(shop.basket("alice")).isEqualTo("basket of alice");
    assertThat(mvc.get().uri("/baskets/alice")).hasStatusOk();
    assertThat(mvc.get().uri("/baskets/bob")).hasStatus(403);
  }

  @Test
  @WithCaller(anonymous = true)
  void nobodySeesABasketWithoutLoggingIn() {
    assertThat(mvc.get().uri("/baskets/alice")).hasStatus(401);
  }

  @Retention(RetentionPolicy.RUNTIME)
  @WithCaller(value = "karl", roles = "keeper", mfa = true)
  @interface AsKeeper {}

  @Test
  @AsKeeper
  void keepersOpenTheCellar() {
    assertThat(cellar.open()).isEqualTo("wine");
  }

  @Test
  void aScopeIsNotEnough() {
    TestCaller bob = caller("bob").scopes("baskets:read");

    assertThat(mvc.get().uri("/baskets/bob").with(bob)).hasStatus(403);
    assertThat(mvc.get().uri("/baskets/bob").with(bob.roles("customer"))).hasStatusOk();
    assertThat(mvc.get().uri("/baskets/bob").with(anonymous())).hasStatus(401);
  }

  @Test
  void cooksDoNotOpenTheCellar() {
    callers.run(caller("karl").roles("keeper"), () -> cellar.open());

    assertThatThrownBy(() -> callers.run(caller("emil").roles("cook"), () -> cellar.open()))
        .isInstanceOf(RefusedException.class);
  }
}
