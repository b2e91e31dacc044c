package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.runtime.CurrentExchange;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles a log-in that is limited by account, and calls its guard; time stands still. */
class KeyedLimitsTest {
  private static final String LOG_IN =
      """
      package door;

      import static dev.gatewright.Counted.FAILED_AUTHENTICATIONS;

      import dev.gatewright.*;
      import dev.gatewright.runtime.Gate;
      import jakarta.validation.constraints.*;

      public class LogIn {
        private final Gate gate;

        public LogIn(Gate gate) {
          this.gate = gate;
        }

        @Public(reason = "Nobody is logged in yet.")
        @ValidatedInput
        @RateLimited(
            permits = 5,
            per = "15m",
            count = FAILED_AUTHENTICATIONS,
            keyedBy = Account.class,
            name = "guesses")
        public String logIn(@NotBlank String name, String password) {
          if (!password.equals("right")) {
            throw gate.failedAuthentication("wrong password");
          }
          return name;
        }

        @Secured
        @RateLimited(permits = 100, per = "1h")
        @RateLimited(permits = 2, per = "1h", keyedBy = CallerAndAccount.class, name = "views")
        @RateLimited(permits = 3, per = "1h", keyedBy = Account.class, name = "all-views")
        public String view(String name) {
          return name;
        }
      }
      """;

  private static final String ACCOUNT =
      """
      package door;

      import java.util.Locale;

      public class Account {
        public String key(String name) {
          return name.equals("keyless") ? null : name.toLowerCase(Locale.ROOT);
        }
      }
      """;

  private static final String CALLER_AND_ACCOUNT =
      """
      package door;

      import dev.gatewright.runtime.caller.Caller;

      public class CallerAndAccount {
        public String key(Caller caller, String name) {
          return caller.subject() + "/" + name;
        }
      }
      """;

  /** Calls the guard's methods, whose types only its own sources know. */
  private static final String PROBE =
      """
      package door;

      import dev.gatewright.runtime.Gate;
      import java.util.function.BinaryOperator;

      public class Probe implements BinaryOperator<String> {
        private final LogIn guard;

        public Probe(Gate gate) {
          guard = new LogInGuard(gate, gate, new Account(), new CallerAndAccount());
        }

        @Override
        public String apply(String name, String password) {
          return password == null ? guard.view(name) : guard.logIn(name, password);
        }
      }
      """;

  @TempDir private static Path directory;
  private static CompiledSources compiled;

  private Gate gate;
  private BinaryOperator<String> door;

  @BeforeAll
  static void compile() throws IOException {
    compiled =
        CompiledSources.of(
            Map.of(
                "LogIn.java", LOG_IN,
                "Account.java", ACCOUNT,
                "CallerAndAccount.java", CALLER_AND_ACCOUNT,
                "Probe.java", PROBE),
            directory);
  }

  @AfterAll
  static void close() throws IOException {
    compiled.close();
  }

  @BeforeEach
  @SuppressWarnings("unchecked")
  void build() throws ReflectiveOperationException {
    gate = TestGate.create();
    door =
        (BinaryOperator<String>)
            compiled.load("door.Probe").getConstructor(Gate.class).newInstance(gate);
  }

  private String logIn(String name, String password) {
    try (CurrentExchange exchange = gate.open(TestGate.requestOf("nobody"))) {
      String answer = door.apply(name, password);
      exchange.answered(200);
      return answer;
    }
  }

  private String view(String caller, String name) {
    try (CurrentExchange exchange = gate.open(TestGate.requestOf(caller))) {
      String answer = door.apply(name, null);
      exchange.answered(200);
      return answer;
    }
  }

  private static Refusal refusalOf(Runnable call) {
    Throwable thrown = catchThrowable(call::run);
    assertThat(thrown).isInstanceOf(RefusedException.class);
    return ((RefusedException) thrown).refusal();
  }

  private RefusalReason guess(String name) {
    return refusalOf(() -> logIn(name, "wrong")).reason();
  }

  @Test
  void theSixthGuessAtAnAccountIsRefusedHoweverItsNameIsSpelled() {
    for (String spelling : new String[] {"alice", "Alice", "ALICE", "aLICE", "alicE"}) {
      assertThat(guess(spelling)).isEqualTo(RefusalReason.AUTHENTICATION_FAILED);
    }

    assertThat(guess("alice")).isEqualTo(RefusalReason.LIMIT_EXCEEDED);
    Refusal right = refusalOf(() -> logIn("alice", "right"));
    assertThat(right.reason()).isEqualTo(RefusalReason.LIMIT_EXCEEDED);
    assertThat(right.violatedPolicies()).containsExactly("guesses");
  }

  @Test
  void guessesAtOneAccountKeepNobodyElseOut() {
    for (int i = 0; i < 6; i++) {
      guess("alice");
    }

    assertThat(logIn("bob", "right")).isEqualTo("bob");
  }

  @Test
  void rightPasswordsGiveBackWhatTheyWereChargedInAdvance() {
    for (int i = 0; i < 50; i++) {
      assertThat(logIn("alice", "right")).isEqualTo("alice");
    }
    for (int i = 0; i < 5; i++) {
      assertThat(guess("alice")).isEqualTo(RefusalReason.AUTHENTICATION_FAILED);
    }
    assertThat(guess("alice")).isEqualTo(RefusalReason.LIMIT_EXCEEDED);
  }

  @Test
  void argumentsAreValidatedBeforeAnythingIsCountedByThem() {
    for (int i = 0; i < 10; i++) {
      assertThat(refusalOf(() -> logIn(" ", "wrong")).reason())
          .isEqualTo(RefusalReason.INVALID_INPUT);
      assertThat(refusalOf(() -> logIn(null, "wrong")).reason())
          .isEqualTo(RefusalReason.INVALID_INPUT);
    }
  }

  @Test
  void aCallWithoutAKeyIsRefused() {
    assertThat(refusalOf(() -> logIn("keyless", "right")).reason())
        .isEqualTo(RefusalReason.UNDECIDABLE);
  }

  @Test
  void twoLimitsOfOneEndpointCountEachByItsOwnKey() {
    assertThat(view("alice", "a")).isEqualTo("a");
    assertThat(view("alice", "a")).isEqualTo("a");
    assertThat(refusalOf(() -> view("alice", "a")).violatedPolicies()).containsExactly("views");

    assertThat(view("clerk", "a")).isEqualTo("a");
    assertThat(refusalOf(() -> view("clerk", "a")).violatedPolicies())
        .as("what was refused by the one limit was not charged to the other")
        .containsExactly("all-views");
    assertThat(view("alice", "b")).isEqualTo("b");
  }
}
