package dev.gatewright.applications;

import dev.gatewright.applications.filter.BorrowingFilter;
import dev.gatewright.applications.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters that answer by the hand of something that would be allowed to answer. */
class BorrowingFiltersIT {
  private static RunningApplication application;

  /** Paths outside of /app are the container's own servlet's, which serves files. */
  @BeforeAll
  static void start() {
    application =
        Application.of(BorrowingFilter.Borrowing.class, Vault.class)
            .with("server.servlet.register-default-servlet=true", "spring.mvc.servlet.path=/app")
            .start();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "servlet", "holder"})
  void theAnswerDoesNotLeave(String manner) {
    application.get("/somewhere?by=" + manner).isClosedWith(503);
    application.get("/app/vault?by=" + manner).isClosedWith(503);
  }

  @Test
  void theRequestThatTheFilterPassesOnIsAnswered() {
    application.get("/app/vault").isClosedWith(401);
    application
        .get("/app/vault", "Authorization: Bearer " + Tokens.withRole("keeper"))
        .isTheSecret();
  }
}
