package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Generics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Constraints that are written of type variables are asked of what is sent. */
class GenericsIT {
  @Test
  void whatIsWrittenOfATypeVariableIsValidated() {
    try (RunningApplication running =
        Requests.start(Generics.Shop.class, Generics.Depot.class, Generics.Front.class)) {
      for (String bad : List.of("{\"name\":\"abcd\"}", "{\"more\":\"abcd\"}")) {
        Requests.json(running, "/generic/one", bad).isClosedWith(422);
        Requests.json(running, "/generic/many", "[" + bad + "]").isClosedWith(422);
        Requests.json(running, "/generic/map", "{\"a\":" + bad + "}").isClosedWith(422);
      }
      running.get("/generic/keep?v=abcd").isClosedWith(422);
      running.get("/generic/keep-all?v=abcd").isClosedWith(422);
      assertThat(running.get("/generic/keep?v=abc").text()).contains("read abc");
      assertThat(running.get("/generic/keep-all?v=abc").text()).contains("read [abc]");
      assertThat(Requests.json(running, "/generic/one", "{\"name\":\"abc\"}").text())
          .contains("read abc");
    }
  }
}
