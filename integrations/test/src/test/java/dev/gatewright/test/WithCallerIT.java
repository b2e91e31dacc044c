package dev.gatewright.test;

import static dev.gatewright.test.TestCaller.anonymous;
import static dev.gatewright.test.TestCaller.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.test.shop.Cellar;
import dev.gatewright.test.shop.Order;
import dev.gatewright.test.shop.Shop;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ShopTest
@WithCaller(value = "alice", roles = "customer", scopes = "baskets:read")
class WithCallerIT {
  @Autowired private Shop shop;
  @Autowired private Cellar cellar;
  @Autowired private MockMvcTester mvc;
  @Autowired private TestCallers callers;

  @Retention(RetentionPolicy.RUNTIME)
  @WithCaller(value = "karl", issuer = "https://cellars.example", roles = "keeper")
  @interface AsKeeper {}

  static void assertRefused(
      int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable code) {
    assertThatThrownBy(code)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(status));
  }

  @Test
  void aDirectCallSeesTheCallerOfTheClass() {
    assertThat(shop.basket("alice")).isEqualTo("basket of alice");
  }

  @Test
  void soDoesARequestOfMockMvcAndADirectCallAfterIt() {
    assertThat(mvc.get().uri("/me"))
        .hasStatusOk()
        .hasBodyTextEqualTo("https://issuer.example alice BEARER");
    assertThat(shop.basket("alice")).isEqualTo("basket of alice");
  }

  @Test
  void policiesRolesAndValidationAreStillAsked() {
    assertRefused(403, () -> shop.basket("bob"));
    assertRefused(403, () -> cellar.open());
    assertThat(mvc.get().uri("/baskets/bob")).hasStatus(403);
  }

  @Test
  @WithCaller(value = "alice", roles = "customer", mfa = true)
  void inputIsValidatedInDirectCallsToo() {
    assertThat(shop.order(new Order("tea", 2))).isEqualTo("2 of tea");
    assertRefused(422, () -> shop.order(new Order(" ", -1)));
  }

  @Test
  @WithCaller(roles = "customer")
  void aSecondFactorIsStillAskedFor() {
    assertRefused(401, () -> shop.order(new Order("tea", 2)));
  }

  @Test
  @WithCaller(roles = "customer", mfa = true, authenticatedAgo = "6m")
  void anOldLogInIsTooOld() {
    assertRefused(401, () -> shop.order(new Order("tea", 2)));
  }

  @Test
  @WithCaller(roles = "customer", mfa = true, authenticatedAt = "2020-01-31T08:00:00Z")
  void soIsOneOfLongAgo() {
    assertRefused(401, () -> shop.order(new Order("tea", 2)));
  }

  @Test
  @AsKeeper
  void anAnnotationOfOnesOwnMayHaveACaller() {
    assertThat(cellar.open()).isEqualTo("wine");
    assertThat(mvc.get().uri("/me")).hasBodyTextEqualTo("https://cellars.example karl BEARER");
  }

  @Test
  @WithCaller(value = "robot", scheme = Scheme.API_KEY)
  void theKindOfCredentialIsTheOneThatWasAskedFor() {
    assertThat(mvc.get().uri("/deliveries")).hasStatusOk().hasBodyTextEqualTo("for robot");
    assertThat(mvc.get().uri("/me")).hasStatusOk();
  }

  @Test
  void anEndpointForOtherKindsOfCredentialsRefuses() {
    assertThat(mvc.get().uri("/deliveries")).hasStatus(401);
  }

  @Test
  @WithCaller(anonymous = true)
  void nobodyCallsIfTheMethodSaysSo() {
    assertRefused(401, () -> cellar.open());
    assertThat(mvc.get().uri("/me")).hasStatus(401);
    assertThat(shop.stock("tea")).isEqualTo(3);
  }

  @Test
  void aRequestMayHaveAnotherCallerOrNone() {
    assertThat(mvc.get().uri("/me").with(caller("bob")))
        .hasBodyTextEqualTo("https://issuer.example bob BEARER");
    assertThat(mvc.get().uri("/me").with(anonymous())).hasStatus(401);
    assertThat(mvc.get().uri("/me").header("Authorization", "Bearer forged")).hasStatus(401);
    assertThat(mvc.get().uri("/me")).hasBodyTextEqualTo("https://issuer.example alice BEARER");
  }

  @Test
  void codeMayRunAsAnotherCaller() {
    assertThat(callers.call(caller("karl").roles("keeper"), () -> cellar.open())).isEqualTo("wine");
    assertRefused(403, () -> callers.run(caller("karl").roles("cook"), () -> cellar.open()));
    assertRefused(401, () -> callers.run(anonymous(), () -> cellar.open()));
    assertThat(shop.basket("alice")).isEqualTo("basket of alice");
  }

  @Nested
  class InANestedClass {
    @BeforeEach
    void callsBeforeTheTest() {
      assertThat(shop.basket("alice")).isEqualTo("basket of alice");
    }

    @Test
    void theCallerOfTheClassAroundItCalls() {
      assertThat(mvc.get().uri("/baskets/alice")).hasStatusOk();
    }
  }

  @Nested
  @AsKeeper
  class InANestedClassWithACaller {
    @Test
    void thatOneCalls() {
      assertThat(cellar.open()).isEqualTo("wine");
    }
  }
}
