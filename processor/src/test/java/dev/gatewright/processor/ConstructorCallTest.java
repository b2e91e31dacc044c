package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.runtime.CurrentExchange;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.RefusedException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A constructor calls an endpoint of its own class, before the guard has a gate. */
class ConstructorCallTest {
  @TempDir private Path directory;

  private Throwable construct(String sources) throws IOException, ReflectiveOperationException {
    try (CompiledSources compiled =
        CompiledSources.of(
            Map.of("Notes.java", "import dev.gatewright.*; " + sources), directory)) {
      Constructor<?> constructor = compiled.load("NotesGuard").getConstructor(Gate.class);
      Gate gate = TestGate.create();
      try (CurrentExchange exchange = gate.open(TestGate.requestOf("alice"))) {
        assertThat(exchange.correlationId()).isNotBlank();
        return catchThrowable(() -> constructor.newInstance(gate));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Secured public class Notes { public Notes() { read(); } public void read() {} }",
        "@Public(reason = \"all\") public class Notes { public Notes() { read(); }"
            + " public void read() {} }",
        "@Secured @ValidatedInput public class Notes { public Notes() { read(\"a\"); }"
            + " public void read(String text) {} }",
        "abstract class Base { Base() { read(); } public abstract void read(); } @Secured public"
            + " class Notes extends Base { public Notes() {} public void read() {} }",
      })
  void theCallIsRefused(String sources) throws IOException, ReflectiveOperationException {
    assertThat(construct(sources))
        .isInstanceOf(InvocationTargetException.class)
        .hasCauseInstanceOf(RefusedException.class);
  }

  @Test
  void aConstructorThatCallsNoEndpointIsNotDisturbed()
      throws IOException, ReflectiveOperationException {
    String sources =
        "@Secured(roles = \"a\") public class Notes { public Notes() { hashCode(); }"
            + " public void read() {} }";

    assertThat(construct(sources)).isNull();
  }
}
