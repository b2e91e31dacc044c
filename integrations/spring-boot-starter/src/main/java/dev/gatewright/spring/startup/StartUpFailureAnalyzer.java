package dev.gatewright.spring.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a refused start as text to act on instead of a stack trace. */
final class StartUpFailureAnalyzer extends AbstractFailureAnalyzer<StartUpException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, StartUpException cause) {
    return new FailureAnalysis("Gatewright: " + cause.problem() + ".", cause.fix(), cause);
  }
}
