package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Redeclared;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What any declaration of a method says of its parameters is asked, by whichever validator. */
class RedeclaredIT {
  private static RunningApplication byOurs;
  private static RunningApplication byApplications;

  @BeforeAll
  static void start() {
    byOurs = application().start();
    byApplications = application().using(Library.VALIDATION).start();
  }

  private static Application application() {
    return Application.of(
        Redeclared.ByExchange.class,
        Redeclared.ByHandler.class,
        Redeclared.ByTwo.class,
        Redeclared.ByBase.class,
        Redeclared.ByStricter.class,
        Redeclared.Endpoints.class);
  }

  @AfterAll
  static void stop() {
    byOurs.close();
    byApplications.close();
  }

  @ParameterizedTest
  @CsvSource({"/exchange, a, 200", "/exchange, '', 422", "/handler, a, 200", "/handler, '', 422"})
  void aBodyThatOnlyTheImplementationValidatesIsValidated(String path, String name, int status) {
    String body = "{\"name\":\"" + name + "\"}";
    for (RunningApplication running : new RunningApplication[] {byOurs, byApplications}) {
      assertThat(FormatsIT.post(running, path, "application/json", body).status())
          .isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/two?name=abc, 200",
    "/two?name=abcd, 422",
    "/two?name=ABC, 422",
    "/base?name=abc, 200",
    "/base?name=abcd, 422",
    "/base?name=ABC, 422",
    "/stricter?count=5, 200",
    "/stricter?count=0, 422",
    "/stricter?count=11, 422",
  })
  void theConstraintsOfAllDeclarationsAreAsked(String path, int status) {
    for (RunningApplication running : new RunningApplication[] {byOurs, byApplications}) {
      assertThat(running.request("GET", path).status()).isEqualTo(status);
    }
  }
}
