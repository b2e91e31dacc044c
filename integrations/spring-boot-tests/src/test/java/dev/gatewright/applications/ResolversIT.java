package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Resolved;
import org.junit.jupiter.api.Test;

/** Argument resolvers that applications set by hand, or that look closely at a parameter. */
class ResolversIT {
  private static final String JSON = "application/json";

  @Test
  void oneThatReadsBodiesInFrontOfGatewrightsStopsTheStart() {
    assertThat(Application.of(Resolved.Notes.class, Resolved.InFront.class).refused())
        .hasMessageContaining("RequestResponseBodyMethodProcessor, which does not read");
  }

  @Test
  void oneThatIsSetLaterReadsNothing() {
    try (RunningApplication running =
        Application.of(Resolved.Notes.class, Resolved.InFrontLater.class).start()) {
      FormatsIT.post(running, "/note", JSON, "{\"text\":\"a\",\"count\":1}").isClosedWith(503);
    }
  }

  @Test
  void oneThatReadsNoBodiesIsWelcome() {
    try (RunningApplication running =
        Application.of(Resolved.Notes.class, Resolved.Harmless.class).start()) {
      assertThat(FormatsIT.post(running, "/note", JSON, "{\"text\":\"a\",\"count\":1}").text())
          .endsWith("read Note[text=a, count=1]");
      FormatsIT.post(running, "/note", JSON, "{\"text\":\"a\",\"count\":\"1\"}").isClosedWith(400);
    }
  }

  @Test
  void oneThatAsksTheParameterItselfForItsAnnotationFindsIt() {
    try (RunningApplication running =
        Application.of(Resolved.Greeting.class, Resolved.Users.class).start()) {
      assertThat(running.get("/greet?name=root&admin=true").text())
          .endsWith("hello User[name=ann, admin=false]");
    }
  }
}
