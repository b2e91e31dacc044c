package dev.gatewright.runtime.problem;

/**
 * Carries a refusal from the gate to the adapter, which answers with it. Applications need not
 * catch it. Has no stack trace: a refusal is no fault of the program, and must be cheap.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;
  private final String correlationId;

  /**
   * A refusal of the current request.
   *
   * @param correlationId what the client can quote and the log can be searched for
   */
  public RefusedException(Refusal refusal, String correlationId) {
    super(refusal.reason().name(), null, false, false);
    this.refusal = refusal;
    this.correlationId = correlationId;
  }

  /** The refusal. */
  public Refusal refusal() {
    return refusal;
  }

  /** The problem document to answer with. */
  public Problem problem() {
    return new Problem(refusal, correlationId);
  }
}
