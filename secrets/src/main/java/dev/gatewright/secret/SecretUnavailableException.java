package dev.gatewright.secret;

import org.jspecify.annotations.Nullable;

/**
 * A secret is missing or cannot be read. Its message names the secret, the reason and the fix, and
 * never holds anything of the value.
 */
public final class SecretUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;

  /**
   * @param name the secret's name
   * @param problem what is wrong, as "is missing"; nothing of the value
   * @param fix what to do about it, without a full stop
   */
  public SecretUnavailableException(String name, String problem, String fix) {
    this(name, problem, fix, null);
  }

  /**
   * @param name the secret's name
   * @param problem what is wrong, as "is missing"; nothing of the value
   * @param fix what to do about it, without a full stop
   * @param cause what failed, provided that it cannot quote the value
   */
  public SecretUnavailableException(
      String name, String problem, String fix, @Nullable Throwable cause) {
    super("The secret '" + name + "' " + problem + ". Fix: " + fix + ".", cause);
    this.name = name;
  }

  /** The secret's name, as the source was asked for it. */
  public String name() {
    return name;
  }
}
