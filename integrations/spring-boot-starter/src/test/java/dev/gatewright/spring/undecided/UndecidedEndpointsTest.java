package dev.gatewright.spring.undecided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Method;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UndecidedEndpointsTest {
  private static final String LISTED =
      "dev.gatewright.spring.undecided.Shop#cancel(java.util.UUID,int[])";

  private final UndecidedEndpoints served = new UndecidedEndpoints(true);
  private final UndecidedEndpoints refused = new UndecidedEndpoints(false);

  private static Method method(Class<?> type, String name, Class<?>... parameters)
      throws NoSuchMethodException {
    return type.getMethod(name, parameters);
  }

  private static Method listed(Class<?> type) throws NoSuchMethodException {
    return method(type, "cancel", UUID.class, int[].class);
  }

  @Test
  void whatIsListedIsServedWhereThePropertySaysSo() throws NoSuchMethodException {
    assertThat(served.serve(Shop.class, listed(Shop.class))).isTrue();
    assertThat(served.serve(ShopGuard.class, listed(ShopGuard.class))).isTrue();
    assertThat(refused.serve(Shop.class, listed(Shop.class))).isFalse();
  }

  @Test
  void anotherMethodOfThatNameOrOfAnotherClassIsNot() throws NoSuchMethodException {
    assertThat(served.serve(Shop.class, method(Shop.class, "cancel", UUID.class))).isFalse();
    assertThat(served.serve(Other.class, listed(Other.class))).isFalse();
    assertThat(served.serve(String.class, method(String.class, "length"))).isFalse();
  }

  @Test
  void whatAGuardDecidesIsNotServedByAnOldList() throws NoSuchMethodException {
    assertThat(served.serve(ShopGuard.class, method(ShopGuard.class, "list"))).isFalse();
    assertThat(served.noteMapped(ShopGuard.class, method(ShopGuard.class, "list"))).isFalse();
  }

  @Test
  void aStartIsRefusedWithTheirNumberTheirNamesAndTheProperty() throws NoSuchMethodException {
    refused.decide();
    assertThat(refused.noteMapped(Shop.class, listed(Shop.class))).isTrue();

    assertThatThrownBy(refused::decide)
        .isInstanceOf(StartUpException.class)
        .hasMessageContaining("1 endpoint is not decided yet")
        .hasMessageContaining(LISTED)
        .hasMessageContaining("set 'gatewright.undecided-endpoints' to 'served'");
  }

  @Test
  void thoseThatAreServedAreNamedOnceInTheLog(CapturedOutput output) throws NoSuchMethodException {
    served.decide();
    assertThat(output).doesNotContain("not decided yet");

    served.noteMapped(ShopGuard.class, listed(ShopGuard.class));
    served.decide();
    served.noteMapped(ShopGuard.class, listed(ShopGuard.class));
    served.decide();

    assertThat(output)
        .containsOnlyOnce("1 endpoint is not decided yet")
        .contains("WARN")
        .containsOnlyOnce(LISTED);
    assertThat(served.count()).isEqualTo(1);
  }

  /** Inherits what is listed for its superclass. */
  public static class Other extends Shop {
    @Override
    public String cancel(UUID id, int[] lines) {
      return "other";
    }
  }
}
