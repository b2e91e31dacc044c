package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.filter.RewritingFilter;
import dev.gatewright.applications.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters that answer after the gate has refused, or after nothing was found. */
class RewritingFiltersIT {
  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application = Application.of(RewritingFilter.Rewriting.class, Vault.class).start();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "envelope",
        "reset-buffer",
        "into-the-cache",
        "own-wrapper",
        "redirect",
        "async",
        "after-an-error"
      })
  void aRefusalStaysWhatItIs(String manner) {
    application.get("/vault?after=" + manner).isClosedWith(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "envelope",
        "reset-buffer",
        "into-the-cache",
        "own-wrapper",
        "redirect",
        "async",
        "after-an-error"
      })
  void thatNothingIsThereStaysWhatItIs(String manner) {
    application.get("/nowhere?after=" + manner).isClosedWith(404);
    application.request("POST", "/nowhere?after=" + manner, "Content-Length: 0").isClosed();
    application.get("/nowhere?after=" + manner, "Accept: text/html").isClosed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "envelope",
        "reset-buffer",
        "into-the-cache",
        "own-wrapper",
        "redirect",
        "async",
        "included"
      })
  void aFileIsNotExchangedForSomethingElse(String manner) {
    application.get("/plain.txt?after=" + manner).isClosed();
  }

  /** As filters do that log answers or compute their ETag. */
  @Test
  void anAnswerThatAFilterHasKeptLeavesAsItIs() {
    Answer file = application.get("/plain.txt?after=copied");
    assertThat(file.status()).isEqualTo(200);
    String plain = application.get("/plain.txt").text();
    assertThat(file.text()).endsWith(plain.substring(plain.indexOf("\r\n\r\n")));

    application.get("/vault?after=copied").isClosedWith(401);
    application.get("/nowhere?after=copied").isClosedWith(404);
    application
        .get("/vault?after=copied", "Authorization: Bearer " + Tokens.withRole("keeper"))
        .isTheSecret();
  }

  /** A policy was asked, and let the request in. */
  @Test
  void theAnswerOfAnEndpointMayBeWrapped() {
    application
        .get("/vault?after=envelope", "Authorization: Bearer " + Tokens.withRole("keeper"))
        .isTheSecret();
  }
}
