package dev.gatewright.vault;

import dev.gatewright.authentication.http.ServerUri;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import dev.gatewright.secret.SecretSource;
import dev.gatewright.secret.SecretUnavailableException;
import dev.gatewright.secret.SecretValue;
import dev.gatewright.secret.SecretVersions;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of a key/value engine, version 2, of HashiCorp Vault. The secret {@code
 * bank/api-keys#pepper} is the field {@code pepper} at the path {@code bank/api-keys}; without a
 * {@code #} it is the field {@code value}. Thread-safe.
 *
 * <p>The version before the current one is read too. Deleting or destroying it in Vault withdraws
 * it at once, and with it whatever else is still accepted; deleting the current one does not stop
 * its use. A secret that rotates wants a path of its own, as a new version of a path is one of all
 * its fields.
 *
 * <p>Every request goes to the configured address over HTTPS, or to the loopback interface; no
 * redirect is followed. An answer has at most 1 MiB and is read as strict JSON.
 *
 * <p>Verified against a server that speaks Vault's documented protocol, not against Vault itself.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2">KV secrets engine,
 *     version 2 (API)</a>
 */
public final class VaultSecretSource implements SecretSource {
  private static final String SEGMENT = "(?!\\.{1,2}(?:/|#|$))[A-Za-z0-9_.~-]+";
  private static final Pattern PATH = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + ")*");
  private static final Pattern NAME =
      Pattern.compile("(?<path>" + PATH + ")(?:#(?<field>[A-Za-z0-9_.-]{1,200}))?");
  private static final int MAX_NAME_LENGTH = 1_000;
  private static final String DEFAULT_FIELD = "value";

  private final String mount;
  private final VaultHttp http;
  private final VaultTokens tokens;
  private final InstantSource clock;

  private VaultSecretSource(Builder settings, ServerUri address, VaultLogin login) {
    this.mount = settings.mount;
    this.http = new VaultHttp(address, settings.namespace, settings.timeout, settings.sslContext);
    this.tokens = new VaultTokens(login, http, settings.clock);
    this.clock = settings.clock;
  }

  /** Settings of a source; address and login are mandatory. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public SecretVersions read(String name) {
    var parts = NAME.matcher(name);
    if (name.length() > MAX_NAME_LENGTH || !parts.matches()) {
      throw new SecretUnavailableException(
          name,
          "cannot be a secret of Vault",
          "name it as 'path/of/secret#field', of letters, digits, '_', '-', '.' and '~'");
    }
    String path = "/v1/" + mount + "/data/" + parts.group("path");
    String field = parts.group("field") == null ? DEFAULT_FIELD : parts.group("field");
    VaultVersion current = VaultVersion.of(ask(name, path), clock.instant());
    if (current == null) {
      throw new SecretUnavailableException(
          name, "is missing: Vault has nothing at " + path, "store it there");
    }
    SecretValue value = current.field(name, field);
    if (value == null) {
      throw new SecretUnavailableException(
          name,
          current.deleted()
              ? "is missing: its current version " + current.number() + " is deleted"
              : "is missing: version " + current.number() + " has no text field '" + field + "'",
          "store a new version with this field at " + path);
    }
    VaultVersion before = before(name, path, current.number());
    boolean withdrawn = before != null && before.deleted();
    SecretValue previous = before == null ? null : usable(name, before, field);
    return new SecretVersions(
        value, previous == null ? List.of() : List.of(previous), current.createdAt(), withdrawn);
  }

  /** What was stored before may be anything: it is no reason not to use the current version. */
  private static @Nullable SecretValue usable(String name, VaultVersion before, String field) {
    try {
      return before.field(name, field);
    } catch (SecretUnavailableException unusable) {
      return null;
    }
  }

  private @Nullable VaultVersion before(String name, String path, long number) {
    return number <= 1
        ? null
        : VaultVersion.of(ask(name, path + "?version=" + (number - 1)), clock.instant());
  }

  private VaultReply ask(String name, String path) {
    String token = tokens.token(name);
    VaultReply reply = http.get(name, path, token);
    // A token may be revoked before it ends.
    return reply.status() == 403 && tokens.forget(token)
        ? http.get(name, path, tokens.token(name))
        : reply;
  }

  /** Collects the settings. Not thread-safe. */
  public static final class Builder {
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(10);
    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(1);
    private static final Pattern NAMESPACE = Pattern.compile("[!-~]{1,1000}");

    private @Nullable ServerUri address;
    private @Nullable VaultLogin login;
    private @Nullable String namespace;
    private @Nullable SSLContext sslContext;
    private String mount = "secret";
    private Duration timeout = Duration.ofSeconds(5);
    private InstantSource clock = InstantSource.system();

    private Builder() {}

    /**
     * Where Vault is, as {@code https://vault.example:8200}. Mandatory.
     *
     * @throws InvalidOptionException if it is neither an HTTPS address nor one of the loopback
     *     interface
     */
    public Builder address(URI vault) {
      this.address = VaultHttp.address(vault);
      return this;
    }

    /** How the application proves who it is. Mandatory. */
    public Builder login(VaultLogin how) {
      this.login = Objects.requireNonNull(how);
      return this;
    }

    /**
     * Where the key/value engine is mounted; {@code secret} unless said otherwise.
     *
     * @throws InvalidOptionException if it cannot be part of a path
     */
    public Builder mount(String path) {
      Option.require(
          PATH.matcher(path).matches(),
          "mount",
          "cannot be part of a path: " + path,
          "name where the engine is mounted, without slashes at its ends");
      this.mount = path;
      return this;
    }

    /**
     * The namespace of Vault Enterprise that engine and login are in; none unless said otherwise.
     *
     * @throws InvalidOptionException if it cannot be sent in a header
     */
    public Builder namespace(String path) {
      Option.require(
          NAMESPACE.matcher(path).matches(),
          "namespace",
          "is not visible ASCII",
          "name it as Vault does");
      this.namespace = path;
      return this;
    }

    /**
     * How long one answer may take, connecting included: 10 milliseconds to 1 minute, 5 seconds
     * unless said otherwise.
     *
     * @throws InvalidOptionException if it is not
     */
    public Builder timeout(Duration each) {
      Option.require(
          each.compareTo(MIN_TIMEOUT) >= 0 && each.compareTo(MAX_TIMEOUT) <= 0,
          "timeout",
          "is " + each,
          "use 10 milliseconds to 1 minute, as PT5S");
      this.timeout = each;
      return this;
    }

    /** Which certificates are trusted; those that Java trusts unless said otherwise. */
    public Builder sslContext(SSLContext trusted) {
      this.sslContext = Objects.requireNonNull(trusted);
      return this;
    }

    /** Tells the time; the system's clock unless said otherwise. */
    public Builder clock(InstantSource instants) {
      this.clock = Objects.requireNonNull(instants);
      return this;
    }

    /**
     * The source. Asks nothing yet.
     *
     * @throws InvalidOptionException if address or login is missing
     */
    public VaultSecretSource build() {
      if (address == null) {
        throw new InvalidOptionException("address", "is missing", "set it to that of Vault");
      }
      if (login == null) {
        throw new InvalidOptionException("login", "is missing", "choose one of VaultLogin");
      }
      return new VaultSecretSource(this, address, login);
    }
  }
}
