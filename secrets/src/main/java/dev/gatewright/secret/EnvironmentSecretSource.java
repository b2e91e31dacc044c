package dev.gatewright.secret;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Secrets in environment variables. The secret {@code api-keys/pepper} is the variable {@code
 * API_KEYS_PEPPER}, and the version before it {@code API_KEYS_PEPPER_PREVIOUS}. Thread-safe.
 *
 * <p>A process sees the environment it was started with: a rotation is a restart with both
 * variables set. Remove the second one when the overlap is over, as every start accepts it for
 * another one.
 */
public final class EnvironmentSecretSource implements SecretSource {
  private static final String PREVIOUS = "_PREVIOUS";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]{0,199}");
  private static final Pattern SEPARATOR = Pattern.compile("[./-]");

  private final Map<String, String> environment;

  /** Reads this process's environment. */
  public EnvironmentSecretSource() {
    this(System.getenv());
  }

  EnvironmentSecretSource(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public SecretVersions read(String name) {
    String variable = variable(name);
    String current = environment.get(variable);
    if (current == null) {
      throw new SecretUnavailableException(
          name,
          "is missing: there is no environment variable " + variable,
          "start the application with it");
    }
    SecretValue value = SecretValue.of(name, current);
    String previous = environment.get(variable + PREVIOUS);
    // Set to nothing is how a deployment descriptor unsets a variable.
    return previous == null || previous.isBlank()
        ? SecretVersions.of(value)
        : SecretVersions.of(value, SecretValue.of(name, previous));
  }

  private static String variable(String name) {
    String variable = SEPARATOR.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT);
    if (!NAME.matcher(name).matches() || variable.endsWith(PREVIOUS)) {
      throw new SecretUnavailableException(
          name,
          "cannot be an environment variable",
          "use letters, digits, '_', '-', '.' and '/', a letter first and '"
              + PREVIOUS
              + "' not last");
    }
    return variable;
  }
}
