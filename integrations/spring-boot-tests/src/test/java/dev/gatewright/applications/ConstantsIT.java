package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Constants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is not converted is malformed, and not tried in other ways. */
class ConstantsIT {
  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running = Application.of(Constants.class, Constants.Tenant.Reading.class).start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date?v=MAX",
        "optional?v=MAX",
        "dates?v=MAX",
        "dates?v=2024-02-29,MAX",
        "dates?v=MAX&v=MIN",
        "array?v=MAX",
        "array?v=MAX&v=MIN",
        "role?v=DEFAULT",
        "roles?v=DEFAULT",
        "roles?v=ADMIN&v=DEFAULT",
        "tenant?v=SYSTEM",
        "tenant?v=other",
        "level?v=TOP",
        "levels?v=TOP",
        "span?v=ZERO",
        "path/MAX",
        "day?day=MAX",
        "form?date=MAX",
        "form?role=DEFAULT",
        "form?any=dev.gatewright.applications.input.Constants%24Role.ADMIN",
        "form?level=TOP",
        "form?dates=MAX",
        "form?dates%5B0%5D=MAX",
        "form?counts%5BDEFAULT%5D=1",
        "made?date=MAX",
        "made?role=DEFAULT",
        "account?account=ROOT",
        "account/ROOT?name=changed",
      })
  void theNameOfAConstantIsNoValue(String path) {
    running.get("/" + path).isClosedWith(400);
  }

  @Test
  void theNameOfAConstantIsNoHeaderOrCookie() {
    running.get("/header", "v: MAX").isClosedWith(400);
    running.get("/cookie", "Cookie: v=MAX").isClosedWith(400);
    assertThat(Constants.Account.ROOT).hasToString("new");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "char?v=%5Cu0000",
        "char?v=%5Cud800",
        "char?v=ab",
        "char?v=",
        "form?mark=%5Cu0041",
        "made?mark=%5Cu0041",
      })
  void aCharacterIsOne(String path) {
    running.get("/" + path).isClosedWith(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "span?v=pt1s",
        "span?v=%2BPT1S",
        "span?v=PT%2B1S",
        "span?v=10s",
        "period?v=p1d",
        "period?v=%2BP1D",
        "period?v=P%2B1D",
      })
  void aSpanHasOneSpelling(String path) {
    running.get("/" + path).isClosedWith(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account?account=a&account=b",
        "account/a?account=b",
      })
  void anObjectIsMadeOfOneText(String path) {
    running.get("/" + path).isClosedWith(400);
  }

  @ParameterizedTest
  @CsvSource({
    "date?v=2024-02-29, 2024-02-29",
    "role?v=ADMIN, ADMIN",
    "roles?v=ADMIN, [ADMIN]",
    "tenant?v=t-1, t-1",
    "char?v=a, 97",
    "char?v=%20, 32",
    "bytes?v=abc, 3",
    "span?v=PT1H30M, PT1H30M",
    "span?v=-PT1S, PT-1S",
    "simple?v=10s, PT10S",
    "period?v=P1Y2M, P1Y2M",
    "path/2024-02-29, 2024-02-29",
    "day?day=2024-02-29, 2024-02-29",
    "day, 1970-01-01",
    "form?mark=a&role=USER, nullUSERnullnulla[]{}",
    "form?counts%5BADMIN%5D=1, nullnullnullnull-[]{ADMIN=1}",
    "account?account=a, a",
    "account?name=b, b",
    "account/a?name=b, b",
    "account/a, a",
  })
  void aValueIsRead(String path, String read) {
    assertThat(running.get("/" + path).text()).startsWith("HTTP/1.1 200 ").endsWith("read " + read);
  }
}
