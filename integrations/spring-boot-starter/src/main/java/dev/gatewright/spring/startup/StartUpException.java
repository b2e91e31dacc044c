package dev.gatewright.spring.startup;

/**
 * Stops the application's start, as something is configured so that requests could not be guarded.
 * Its message names the element or the property; {@link #fix} says what to do.
 */
public final class StartUpException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String FIX = ". Fix: ";

  private final String problem;
  private final String fix;

  /** A refusal of the start: the problem, without a full stop, and the fix. */
  public StartUpException(String problem, String fix) {
    super(problem + FIX + fix);
    this.problem = problem;
    this.fix = fix;
  }

  /** What the runtime refused; its messages name problem and fix, and never quote secrets. */
  public static StartUpException of(String where, IllegalArgumentException refused) {
    String message = String.valueOf(refused.getMessage());
    int fix = message.indexOf(FIX);
    return new StartUpException(
        where + (fix < 0 ? message : message.substring(0, fix)),
        fix < 0 ? "correct it." : message.substring(fix + FIX.length()));
  }

  /** What is wrong. */
  public String problem() {
    return problem;
  }

  /** What to do about it. */
  public String fix() {
    return fix;
  }
}
