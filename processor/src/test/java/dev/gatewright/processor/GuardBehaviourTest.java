package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.runtime.CurrentExchange;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.runtime.problem.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles an endpoint, loads its guard and calls it through the runtime's own gate. */
class GuardBehaviourTest {
  private static final String NOTES =
      """
      package notes;

      import dev.gatewright.*;
      import jakarta.validation.constraints.*;
      import java.util.*;

      @Secured(roles = "customer")
      public class Notes {
        static final List<String> CALLS = new ArrayList<>();

        @Secured(policies = OwnsNote.class)
        @ValidatedInput
        @RateLimited(permits = 2, per = "1m")
        public String read(@NotBlank String owner, @Max(9) int page) {
          CALLS.add("read");
          return owner + page;
        }

        @Secured(roles = "admin")
        public void purge() {
          CALLS.add("purge");
        }

        public void purgeBehindItsBack() {
          this.purge();
        }

        @Public(reason = "for everybody")
        public String motto() {
          return "remember";
        }
      }
      """;

  private static final String OWNS_NOTE =
      """
      package notes;

      import dev.gatewright.runtime.caller.Caller;

      public class OwnsNote {
        public boolean permits(Caller caller, String owner) {
          Notes.CALLS.add("asked " + owner);
          return caller.subject().equals(owner);
        }
      }
      """;

  private static final String PROBE =
      """
      package notes;

      import dev.gatewright.runtime.Gate;
      import java.util.*;
      import java.util.concurrent.Callable;

      public class Probe implements Callable<List<String>> {
        private final Notes notes;

        public Probe(Gate gate) {
          Notes.CALLS.clear();
          notes = new NotesGuard(gate, new OwnsNote());
        }

        public Callable<Object> read(String owner, int page) {
          return () -> notes.read(owner, page);
        }

        public Callable<Object> purge() {
          return () -> { notes.purge(); return null; };
        }

        public Callable<Object> purgeBehindItsBack() {
          return () -> { notes.purgeBehindItsBack(); return null; };
        }

        public Callable<Object> motto() {
          return () -> notes.motto();
        }

        @Override
        public List<String> call() {
          return Notes.CALLS;
        }
      }
      """;

  @TempDir private static Path directory;
  private static CompiledSources compiled;

  private Gate gate;
  private Object probe;

  @BeforeAll
  static void compile() throws IOException {
    compiled =
        CompiledSources.of(
            Map.of("Notes.java", NOTES, "OwnsNote.java", OWNS_NOTE, "Probe.java", PROBE),
            directory);
  }

  @AfterAll
  static void close() throws IOException {
    compiled.close();
  }

  @BeforeEach
  void build() throws ReflectiveOperationException {
    gate = TestGate.create();
    probe = compiled.load("notes.Probe").getConstructor(Gate.class).newInstance(gate);
  }

  @SuppressWarnings("unchecked")
  private Callable<Object> read(String owner, int page) throws ReflectiveOperationException {
    return (Callable<Object>)
        probe.getClass().getMethod("read", String.class, int.class).invoke(probe, owner, page);
  }

  @SuppressWarnings("unchecked")
  private Callable<Object> method(String name) throws ReflectiveOperationException {
    return (Callable<Object>) probe.getClass().getMethod(name).invoke(probe);
  }

  private Object calls() throws ReflectiveOperationException {
    return probe.getClass().getMethod("call").invoke(probe);
  }

  private Object as(String caller, Callable<Object> call) throws Exception {
    try (CurrentExchange exchange = gate.open(TestGate.requestOf(caller))) {
      assertThat(exchange.correlationId()).isNotBlank();
      return call.call();
    }
  }

  private RefusedException refusalOf(String caller, Callable<Object> call) {
    Throwable thrown = catchThrowable(() -> as(caller, call));
    assertThat(thrown).isInstanceOf(RefusedException.class);
    return (RefusedException) thrown;
  }

  private RefusalReason reasonFor(String caller, Callable<Object> call) {
    return refusalOf(caller, call).refusal().reason();
  }

  @Test
  void aCallThatSatisfiesEverythingReachesTheEndpointWithItsArguments() throws Exception {
    assertThat(as("alice", read("alice", 3))).isEqualTo("alice3");
    assertThat(calls()).hasToString("[asked alice, read]");
  }

  @Test
  void aCallWithoutAnExchangeIsRefused() throws Exception {
    Throwable thrown = catchThrowable(read("alice", 3)::call);

    assertThat(thrown).isInstanceOf(RefusedException.class);
    assertNothingRan();
  }

  @Test
  void anOpenEndpointWithoutAnExchangeIsRefusedToo() throws Exception {
    assertThat(catchThrowable(method("motto")::call)).isInstanceOf(RefusedException.class);
    assertThat(as("nobody", method("motto"))).isEqualTo("remember");
  }

  @Test
  void anUnknownCallerIsRefusedBeforeAnythingIsValidated() throws Exception {
    assertThat(reasonFor("nobody", read("", 99))).isEqualTo(RefusalReason.CREDENTIAL_INVALID);
    assertNothingRan();
  }

  @Test
  void aCallerWithoutTheTypesRoleIsRefused() throws Exception {
    assertThat(reasonFor("clerk", read("clerk", 1))).isEqualTo(RefusalReason.ROLE_MISSING);
    assertNothingRan();
  }

  @Test
  void invalidArgumentsAreReportedTogetherBeforeAnyPolicyIsAsked() throws Exception {
    RefusedException refused = refusalOf("alice", read(" ", 99));

    assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.INVALID_INPUT);
    assertThat(refused.refusal().violations())
        .extracting(Violation::path)
        .containsExactlyInAnyOrder("owner", "page");
    assertNothingRan();
  }

  @Test
  void aNullThatAPolicyWouldSeeIsAViolation() throws Exception {
    RefusedException refused = refusalOf("alice", read(null, 1));

    assertThat(refused.refusal().violations()).extracting(Violation::path).contains("owner");
    assertNothingRan();
  }

  @Test
  void somebodyElsesObjectIsRefused() throws Exception {
    assertThat(reasonFor("mallory", read("alice", 1))).isEqualTo(RefusalReason.OBJECT_DENIED);
    assertThat(calls()).hasToString("[asked alice]");
  }

  @Test
  void theLimitOfTheMethodHolds() throws Exception {
    as("alice", read("alice", 1));
    as("alice", read("alice", 2));

    assertThat(reasonFor("alice", read("alice", 3))).isEqualTo(RefusalReason.LIMIT_EXCEEDED);
  }

  @Test
  void theMethodsRoleComesOnTopOfTheTypes() throws Exception {
    assertThat(reasonFor("alice", method("purge"))).isEqualTo(RefusalReason.ROLE_MISSING);
    assertNothingRan();
  }

  @Test
  void aCallFromInsideTheClassIsGuardedToo() throws Exception {
    assertThat(reasonFor("alice", method("purgeBehindItsBack")))
        .isEqualTo(RefusalReason.ROLE_MISSING);
    assertNothingRan();
  }

  private void assertNothingRan() throws ReflectiveOperationException {
    assertThat(calls()).hasToString("[]");
  }
}
