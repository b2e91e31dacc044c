package dev.gatewright.spring.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Shows a refused start as text to act on instead of a stack trace. Comes before Spring Boot's, to
 * which a property that is refused while it is bound is a failure of another kind.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartUpFailureAnalyzer extends AbstractFailureAnalyzer<StartUpException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, StartUpException cause) {
    return new FailureAnalysis("Gatewright: " + cause.problem() + ".", cause.fix(), cause);
  }
}
