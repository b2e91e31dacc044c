package dev.gatewright.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.Strategy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitPolicyTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static LimitPolicy.Builder bucket() {
    return LimitPolicy.named("burst")
        .permits(10, MINUTE)
        .strategy(Strategy.LEAKY_BUCKET)
        .burst(4)
        .cost(2);
  }

  private static LimitPolicy.Builder everything() {
    return bucket()
        .key(LimitKey.ADDRESS)
        .counted(Counted.FAILED_AUTHENTICATIONS)
        .maxWait(Duration.ofSeconds(1))
        .onLimit(OnLimit.CHALLENGE)
        .onOutage(OnOutage.IN_PROCESS);
  }

  private static List<LimitPolicy> limits() {
    return List.of(
        bucket().build(),
        bucket().build().within("Accounts"),
        LimitPolicy.named("other")
            .permits(10, MINUTE)
            .strategy(Strategy.LEAKY_BUCKET)
            .burst(4)
            .cost(2)
            .build(),
        bucket().permits(11, MINUTE).build(),
        bucket().permits(10, MINUTE.plusSeconds(1)).build(),
        bucket().strategy(Strategy.TOKEN_BUCKET).build(),
        bucket().key(LimitKey.GLOBAL).build(),
        bucket().burst(5).build(),
        bucket().cost(1).build(),
        bucket().counted(Counted.FAILED_AUTHENTICATIONS).build(),
        bucket().maxWait(Duration.ofSeconds(1)).build(),
        bucket().onLimit(OnLimit.CHALLENGE).build(),
        bucket().onOutage(OnOutage.IN_PROCESS).build());
  }

  @Test
  void limitsAreEqualByAllTheirParts() {
    assertThat(limits())
        .doesNotHaveDuplicates()
        .isEqualTo(limits())
        .hasSameHashCodeAs(limits())
        .hasToString(limits().toString());
    assertThat(limits().stream().map(LimitPolicy::toString)).doesNotHaveDuplicates();
  }

  @Test
  void aLimitThatIsChangedKeepsItsOtherParts() {
    LimitPolicy limit = everything().build().within("Accounts");

    assertThat(limit.withNumbers(20, MINUTE, 6).withNumbers(10, MINUTE, 4)).isEqualTo(limit);
    assertThat(limit.within("Orders").within("Accounts")).isEqualTo(limit);
    assertThat(limit.withNumbers(20, MINUTE, 6))
        .isEqualTo(everything().permits(20, MINUTE).burst(6).build().within("Accounts"));
  }

  @Test
  void aWindowKeepsItsPermitsForItsBurst() {
    LimitPolicy window =
        LimitPolicy.named("window").permits(5, MINUTE).strategy(Strategy.FIXED_WINDOW).build();

    assertThat(window.within("Accounts").burst()).isEqualTo(5);
    assertThat(window.withNumbers(7, MINUTE, 0).burst()).isEqualTo(7);
    assertThat(window.definition().burst()).isZero();
  }
}
