package dev.gatewright.runtime.option;

/** A setting is missing or wrong. Thrown at start-up only. Its message names the setting. */
public final class InvalidOptionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String option;

  /**
   * A setting at fault.
   *
   * @param option the setting as the builder's method is called, {@code issuer}
   * @param problem what is wrong with it, without quoting a secret: {@code is missing}
   * @param fix what to do: {@code set it}
   */
  public InvalidOptionException(String option, String problem, String fix) {
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
