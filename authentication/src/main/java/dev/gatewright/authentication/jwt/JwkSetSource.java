package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.http.BoundedHttpClient;
import dev.gatewright.authentication.http.ServerUri;
import dev.gatewright.authentication.jwk.JsonWebKey;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer that publishes them as a JSON Web Key Set (RFC 7517), at an address or in a
 * file. Thread-safe. Close it to stop its thread.
 *
 * <p>The set is got when it is first asked for, then again before anybody misses a key: every five
 * minutes, or ten seconds for a file, and as soon as a token names a key that is not there.
 *
 * <p>A token that names an unknown key is refused (401) only after a look that began when the token
 * was there, and found no such key. However many tokens name however many unknown keys, as anybody
 * can, they share one look, and a look begins a second after the one before at the earliest; so a
 * source asks its provider once a second at most. As many as 50 requests wait for it; more of them,
 * and those that waited in vain, cannot be decided (503). A key that is not there is not looked for
 * again for ten seconds.
 *
 * <p>While the set cannot be got, the known keys stay for a day, a token that names another cannot
 * be decided (503), and it is tried again after 1, 2, 4, 8 and then every 15 seconds.
 *
 * <p>A key that is no longer in the set is withdrawn with the next look: after the refresh interval
 * and one timeout at the latest. While the set cannot be got nobody can know that: it is then
 * withdrawn with all others, after the longest time that keys are used without a look, one wait
 * between two tries, and one timeout.
 *
 * <p>What is got is not trusted more than needed: over HTTPS, or from this machine; no redirections
 * and no more than 256 KiB and 64 keys; only public keys for the configured algorithms.
 */
public final class JwkSetSource implements KeySource, AutoCloseable {

  /** Most bytes of a key set, or of metadata, that are read. */
  public static final int MAX_BYTES = 262_144;

  private final RefreshingKeys keys;
  private final String algorithmsSetting;

  private JwkSetSource(RefreshingKeys keys, String algorithmsSetting) {
    this.keys = keys;
    this.algorithmsSetting = algorithmsSetting;
  }

  /**
   * Starts a source that asks a server.
   *
   * @param jwksUri the issuer's {@code jwks_uri}: HTTPS, or HTTP to this machine
   * @throws InvalidOptionException if it is no such address
   */
  public static Builder uri(@Nullable String jwksUri) {
    return new Builder(ServerUri.of("jwksUri", jwksUri), null, null);
  }

  /**
   * Starts a source that asks an issuer where its key set is, by the metadata that it publishes
   * (RFC 8414; OpenID Connect Discovery 1.0). They are read before the first look, so that the
   * issuer need not be there when an application starts. They must be of this very issuer; the key
   * set is where their {@code jwks_uri} says, over HTTPS where the issuer is. Algorithms need not
   * be set: a key is used with its own {@code alg}, or else with the algorithm of its curve, or, if
   * it is for RSA, with what the metadata name, or else with RS256; never with an HS algorithm.
   *
   * @param issuerUri the issuer as it is in {@code iss}, character by character: HTTPS, or HTTP to
   *     this machine
   * @throws InvalidOptionException if it is no such address
   */
  public static Builder issuerUri(@Nullable String issuerUri) {
    ServerUri address = ServerUri.of("issuerUri", issuerUri);
    return new Builder(
        null, null, new ExpectedIssuer(Objects.requireNonNull(issuerUri), address, "issuerUri"));
  }

  /**
   * Starts a source that reads a file, which may be replaced at any time; best by renaming another
   * over it.
   */
  public static Builder file(Path jwksFile) {
    return new Builder(null, Objects.requireNonNull(jwksFile), null);
  }

  @Override
  public VerificationKeys current() {
    return keys.current();
  }

  @Override
  public VerificationKeys refreshed(VerificationKeys seen) {
    return keys.refreshed(seen, null);
  }

  @Override
  public VerificationKeys refreshed(VerificationKeys seen, String keyId) {
    if (keyId.length() > JsonWebKey.MAX_KEY_ID_LENGTH) {
      return seen; // No key of a set has such an id.
    }
    return keys.refreshed(seen, keyId);
  }

  @Override
  public @Nullable String reasonWithout(String keyId) {
    String reason = keys.reasonWithout(keyId);
    return reason == null
        ? null
        : reason + ". Fix: set '" + algorithmsSetting + "' as the issuer signs, or correct the key";
  }

  /** Stops the source's thread. Tokens cannot be decided from then on (503). */
  @Override
  public void close() {
    keys.close();
  }

  /** Collects what is known of the source. Not thread-safe. */
  public static final class Builder {
    private final @Nullable ServerUri uri;
    private final @Nullable Path file;
    private final @Nullable ExpectedIssuer issuer;
    private final Set<JwtAlgorithm> algorithms = EnumSet.noneOf(JwtAlgorithm.class);
    private @Nullable Duration refreshInterval;
    private Duration unknownKeyCoolDown = Duration.ofSeconds(10);
    private Duration maxStale = Duration.ofHours(24);
    private Duration timeout = Duration.ofSeconds(3);
    private @Nullable SSLContext sslContext;
    private InstantSource clock = InstantSource.system();
    private UnaryOperator<String> settingNames = UnaryOperator.identity();

    private Builder(@Nullable ServerUri uri, @Nullable Path file, @Nullable ExpectedIssuer issuer) {
      this.uri = uri;
      this.file = file;
      this.issuer = issuer;
    }

    /**
     * What the log calls the options when keys cannot be read, so that an operator finds them: the
     * names of these methods unless set, as {@code issuerUri}, {@code jwksUri} (for {@link
     * JwkSetSource#uri}), {@code sslContext} and {@code algorithms}; or the names of properties.
     */
    public Builder settingNames(UnaryOperator<String> newSettingNames) {
      settingNames = Objects.requireNonNull(newSettingNames);
      return this;
    }

    /**
     * The algorithms that the issuer signs with. A key is used for no other, whatever it says of
     * itself; HS algorithms are none of them, as their keys are secret. Mandatory, unless the
     * issuer's metadata are read.
     */
    public Builder algorithms(Collection<JwtAlgorithm> newAlgorithms) {
      algorithms.clear();
      algorithms.addAll(newAlgorithms);
      return this;
    }

    /**
     * How often to look while all is well, 1 second to 1 hour: 5 minutes unless set, 10 seconds for
     * a file. A withdrawn key is accepted for as long and one timeout at most, unless the set
     * cannot be got, see {@link #maxStale}.
     */
    public Builder refreshInterval(Duration newRefreshInterval) {
      refreshInterval = Objects.requireNonNull(newRefreshInterval);
      return this;
    }

    /**
     * How long a key that was looked for and is not there is not looked for again, 1 second to 5
     * minutes: 10 seconds unless set. Ends when the set is seen to have changed. A key whose first
     * token comes before the key is published is found as much later.
     */
    public Builder unknownKeyCoolDown(Duration newUnknownKeyCoolDown) {
      unknownKeyCoolDown = Objects.requireNonNull(newUnknownKeyCoolDown);
      return this;
    }

    /**
     * How long keys are used that could not be looked for again, 1 minute to 7 days: 24 hours
     * unless set. Whoever can keep the issuer from being reached keeps a withdrawn key alive for
     * this long.
     */
    public Builder maxStale(Duration newMaxStale) {
      maxStale = Objects.requireNonNull(newMaxStale);
      return this;
    }

    /**
     * How long to wait for each whole answer, 10 milliseconds to 1 minute: 3 seconds unless set.
     */
    public Builder timeout(Duration newTimeout) {
      timeout = Objects.requireNonNull(newTimeout);
      return this;
    }

    /** Which servers to trust; the platform's default unless set. */
    public Builder sslContext(SSLContext newSslContext) {
      sslContext = Objects.requireNonNull(newSslContext);
      return this;
    }

    /** The clock; the system's unless set. */
    public Builder clock(InstantSource newClock) {
      clock = Objects.requireNonNull(newClock);
      return this;
    }

    /**
     * The source. Nothing is sent yet, but a file is read.
     *
     * @throws InvalidOptionException if an option is missing or out of bounds, naming it; or if the
     *     file cannot be read as a key set
     */
    public JwkSetSource build() {
      Option.require(
          issuer != null || !algorithms.isEmpty(),
          "algorithms",
          "is missing",
          "list what the issuer signs with, such as RS256 or ES256");
      Option.require(
          algorithms.stream().noneMatch(a -> a.keyRequirement().keyFactory().isEmpty()),
          "algorithms",
          "has an HS algorithm, whose keys are secret and cannot be published",
          "list RS, PS, ES or EdDSA algorithms only");
      JwkSetLoader loader = loader(Collections.unmodifiableSet(EnumSet.copyOf(algorithms)));
      RefreshTimes times =
          new RefreshTimes(
              refreshInterval != null ? refreshInterval : loader.usualInterval(),
              unknownKeyCoolDown,
              maxStale,
              timeout
                  .multipliedBy(issuer != null ? 2 : 1)
                  .plus(RefreshTimes.LEAST_PAUSE)
                  .plusSeconds(1));
      return new JwkSetSource(
          new RefreshingKeys(loader, times, clock), settingNames.apply("algorithms"));
    }

    private JwkSetLoader loader(Set<JwtAlgorithm> fixed) {
      if (file != null) {
        return checkedFile(file, fixed);
      }
      BoundedHttpClient client = new BoundedHttpClient(timeout, MAX_BYTES, sslContext);
      String address = settingNames.apply(issuer != null ? "issuerUri" : "jwksUri");
      KeySetSettings settings = new KeySetSettings(address, settingNames.apply("sslContext"));
      return issuer != null
          ? new DiscoveredJwkSet(
              client,
              new ExpectedIssuer(issuer.value(), issuer.address(), address),
              fixed,
              settings,
              clock)
          : new RemoteJwkSet(
              client, Objects.requireNonNull(uri), KeyAlgorithms.only(fixed), settings);
    }

    private static JwkSetLoader checkedFile(Path file, Set<JwtAlgorithm> fixed) {
      JwkSetLoader loader = new JwkSetFile(file, MAX_BYTES, fixed);
      if (loader.load() instanceof JwkSetLoader.Load.Failed failed) {
        throw new InvalidOptionException(
            "jwksFile", "is unusable: " + failed.reason(), "give a readable JSON Web Key Set");
      }
      return loader;
    }
  }
}
