package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.limit.Challenged;
import dev.gatewright.applications.limit.LateLimits;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits that other limits' names could be taken for. */
class LimitNamesIT {

  @ParameterizedTest
  @ValueSource(classes = {LateLimits.ByInterface.class, LateLimits.ByClass.class})
  void otherNumbersAreForOneLimit(Class<?> mails) {
    Attempt.of(
            Application.of(mails, LateLimits.Cards.class)
                .with("gatewright.limits.overrides.send.permits=1000"))
        .isRefusedOr(
            running -> {
              assertThat(running.get("/mails").text()).contains("sent");
              running.get("/mails").isClosedWith(429);
            });
  }

  @Test
  void eachLimitCountsByItself() {
    Attempt.of(
            Application.of(Challenged.class)
                .with(
                    "gatewright.challenge.proof-of-work.secret="
                        + Base64.getEncoder().encodeToString(new byte[32])))
        .isRefusedOr(
            running -> {
              assertThat(running.get("/challenged").text()).contains("visited");
              running.get("/challenged").isClosedWith(429);
            });
  }
}
