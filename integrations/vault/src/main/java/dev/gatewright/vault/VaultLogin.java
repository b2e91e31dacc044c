package dev.gatewright.vault;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import dev.gatewright.secret.EnvironmentSecretSource;
import dev.gatewright.secret.FileSecretSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the application proves to Vault who it is. Files are read again whenever they are needed, so
 * that an agent may renew them. Immutable and thread-safe.
 */
public final class VaultLogin {
  private static final Pattern MOUNT = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*");
  private static final Path SERVICE_ACCOUNT_TOKEN =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

  private final @Nullable String path;
  private final Supplier<Map<String, String>> credentials;

  private VaultLogin(@Nullable String path, Supplier<Map<String, String>> credentials) {
    this.path = path;
    this.credentials = credentials;
  }

  /** A token in a file, such as the sink of a Vault Agent. */
  public static VaultLogin tokenFile(Path file) {
    Supplier<String> token = text("file", file);
    return new VaultLogin(null, () -> Map.of("token", token.get()));
  }

  /** A token in the environment variable {@code VAULT_TOKEN}. */
  public static VaultLogin tokenVariable() {
    return new VaultLogin(
        null,
        () -> Map.of("token", new EnvironmentSecretSource().read("VAULT_TOKEN").current().text()));
  }

  /**
   * The AppRole method, mounted at {@code approle}.
   *
   * @param secretIdFile file of a secret id, which must be good for more than one use
   */
  public static VaultLogin appRole(String roleId, Path secretIdFile) {
    return appRole("approle", roleId, secretIdFile);
  }

  /**
   * The AppRole method.
   *
   * @param mount where the method is mounted
   * @param secretIdFile file of a secret id, which must be good for more than one use
   */
  public static VaultLogin appRole(String mount, String roleId, Path secretIdFile) {
    Option.text("roleId", roleId);
    Supplier<String> secretId = text("secretIdFile", secretIdFile);
    return new VaultLogin(
        loginPath(mount), () -> Map.of("role_id", roleId, "secret_id", secretId.get()));
  }

  /**
   * The Kubernetes method, with the token of the pod's service account.
   *
   * @param mount where the method is mounted, mostly {@code kubernetes}
   */
  public static VaultLogin kubernetes(String mount, String role) {
    return kubernetes(mount, role, SERVICE_ACCOUNT_TOKEN);
  }

  /**
   * The Kubernetes method, with a projected token.
   *
   * @param mount where the method is mounted, mostly {@code kubernetes}
   * @param tokenFile file of a token of a service account
   */
  public static VaultLogin kubernetes(String mount, String role, Path tokenFile) {
    Option.text("role", role);
    Supplier<String> token = text("tokenFile", tokenFile);
    return new VaultLogin(loginPath(mount), () -> Map.of("role", role, "jwt", token.get()));
  }

  /** Where to exchange the credentials for a token; null if they are one. */
  @Nullable String path() {
    return path;
  }

  Map<String, String> credentials() {
    return credentials.get();
  }

  private static String loginPath(String mount) {
    Option.require(
        MOUNT.matcher(mount).matches(),
        "mount",
        "is no path of letters, digits, '_', '-' and '/': " + mount,
        "name where the authentication method is mounted, without 'auth/'");
    return "/v1/auth/" + mount + "/login";
  }

  private static Supplier<String> text(String option, Path file) {
    Path absolute = file.toAbsolutePath();
    Path directory = absolute.getParent();
    if (directory == null) {
      throw new InvalidOptionException(option, "is no file", "name a file");
    }
    String name = directory.relativize(absolute).toString();
    return () -> new FileSecretSource(directory).read(name).current().text();
  }
}
