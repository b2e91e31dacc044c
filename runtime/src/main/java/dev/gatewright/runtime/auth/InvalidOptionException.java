package dev.gatewright.runtime.auth;

/** A setting is missing or wrong. Thrown at start-up only. Its message names the setting. */
public final class InvalidOptionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String option;

  InvalidOptionException(String option, String problem, String fix) {
    super("'" + option + "' " + problem + ". Fix: " + fix + ".");
    this.option = option;
  }

  /**
   * The setting as the builder's method is called, {@code issuer}; for those who name it otherwise.
   */
  public String option() {
    return option;
  }
}
