package dev.gatewright.spring.secret;

import dev.gatewright.secret.SecretUnavailableException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a secret that is missing at start as text to act on instead of a stack trace. */
final class SecretFailureAnalyzer extends AbstractFailureAnalyzer<SecretUnavailableException> {
  private static final String FIX = ". Fix: ";

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SecretUnavailableException cause) {
    String message = String.valueOf(cause.getMessage());
    int fix = message.indexOf(FIX);
    return new FailureAnalysis(
        "Gatewright: " + (fix < 0 ? message : message.substring(0, fix) + "."),
        fix < 0 ? null : message.substring(fix + FIX.length()),
        cause);
  }
}
