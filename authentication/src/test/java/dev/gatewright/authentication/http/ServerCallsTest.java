package dev.gatewright.authentication.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerCallsTest {
  private static final HttpOutcome UP =
      new HttpOutcome.Answered(200, "application/json", "{}".getBytes(StandardCharsets.UTF_8));

  private final ServerCalls calls = new ServerCalls("the server", "test", 2, Duration.ofMillis(1));

  /** While the breaker tries again it permits two calls: were they lost, it would for ever. */
  @Test
  void callsThatThrowDoNotKeepAServerFromComingBack() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      calls.ask(() -> new HttpOutcome.Failed("down"));
    }
    Thread.sleep(20);
    for (int i = 0; i < 4; i++) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  calls.ask(
                      () -> {
                        throw new IllegalStateException("no secret");
                      }));
    }

    assertThat(calls.ask(() -> UP)).isInstanceOf(JsonAnswer.Json.class);
  }
}
