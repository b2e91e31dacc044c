package dev.gatewright.authentication.introspection;

import dev.gatewright.authentication.claim.ClaimsCheck;
import dev.gatewright.authentication.claim.ClaimsPolicy;
import dev.gatewright.authentication.claim.ReadClaims;
import dev.gatewright.authentication.http.BoundedHttpClient;
import dev.gatewright.authentication.http.ServerUri;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import dev.gatewright.secret.SecretValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Collects whom to ask and what to accept. Not thread-safe. */
public final class IntrospectedTokensBuilder {
  private static final int MAX_RESPONSE_BYTES = 65_536;

  private @Nullable String uri;
  private @Nullable String clientId;
  private @Nullable Supplier<SecretValue> clientSecret;
  private @Nullable String issuer;
  private final Set<String> audiences = new LinkedHashSet<>();
  private List<String> rolesClaims = List.of("roles");
  private List<String> chosenClaims = List.of();
  private boolean clientAsSubject;
  private Duration clockSkew = Duration.ofSeconds(30);
  private Duration maxLifetime = Duration.ofHours(24);
  private Duration cacheFor = Duration.ofSeconds(30);
  private Duration cacheInactiveFor = Duration.ZERO;
  private int cacheSize = 10_000;
  private Duration timeout = Duration.ofSeconds(2);
  private int maxConcurrentCalls = 100;
  private Duration pauseWhenDown = Duration.ofSeconds(10);
  private @Nullable SSLContext sslContext;
  private InstantSource clock = InstantSource.system();
  private UnaryOperator<String> settingNames = UnaryOperator.identity();

  /** Starts tokens; address, client, issuer and an audience are mandatory. */
  public IntrospectedTokensBuilder() {}

  /** The issuer's {@code introspection_endpoint}: HTTPS, or HTTP to this machine. Mandatory. */
  public IntrospectedTokensBuilder uri(@Nullable String newUri) {
    uri = newUri;
    return this;
  }

  /** The id that this application has as a client of the issuer. Mandatory. */
  public IntrospectedTokensBuilder clientId(@Nullable String newClientId) {
    clientId = newClientId;
    return this;
  }

  /** The client's secret. This or the other is mandatory. */
  public IntrospectedTokensBuilder clientSecret(@Nullable String newClientSecret) {
    SecretValue fixed =
        SecretValue.of("clientSecret", Option.text("clientSecret", newClientSecret));
    clientSecret = () -> fixed;
    return this;
  }

  /** The client's secret, asked for with every request so that it may rotate. */
  public IntrospectedTokensBuilder clientSecret(Supplier<SecretValue> newClientSecret) {
    clientSecret = Objects.requireNonNull(newClientSecret);
    return this;
  }

  /** Whose tokens these are. Where the issuer says an {@code iss}, it is this one. Mandatory. */
  public IntrospectedTokensBuilder issuer(@Nullable String newIssuer) {
    issuer = newIssuer;
    return this;
  }

  /** A name of this API: one of a token's {@code aud} must be one of these. Mandatory. */
  public IntrospectedTokensBuilder audience(String audience) {
    audiences.add(Objects.requireNonNull(audience));
    return this;
  }

  /**
   * The member that holds roles, as an array of strings or one string: {@code roles} unless set. By
   * name, or by a path as {@code realm_access.roles}; a member that has the whole text as its name
   * wins over the path, so that names with dots, as {@code https://example.com/roles}, need no
   * escape.
   */
  public IntrospectedTokensBuilder rolesClaim(String newRolesClaim) {
    rolesClaims = Collections.singletonList(newRolesClaim);
    return this;
  }

  /** Several of them, whose roles are added up; at most 16. See {@link #rolesClaim}. */
  public IntrospectedTokensBuilder rolesClaims(List<String> newRolesClaims) {
    rolesClaims = newRolesClaims;
    return this;
  }

  /**
   * Members that policies may read by {@code Caller.claim}, by name or path as {@link #rolesClaim}
   * has them: texts, whole numbers, booleans, and arrays of these. None unless set; at most 16.
   */
  public IntrospectedTokensBuilder claims(List<String> names) {
    chosenClaims = names;
    return this;
  }

  /**
   * Whether a token without {@code sub}, as some issuers give for client credentials, speaks for
   * its client, {@code client_id} or else {@code azp}: false unless set. Only for issuers where no
   * client can have the id of a user (RFC 9068, section 5), as policies could not tell them apart
   * by their subject.
   */
  public IntrospectedTokensBuilder clientAsSubject(boolean newClientAsSubject) {
    clientAsSubject = newClientAsSubject;
    return this;
  }

  /** How far the issuer's clock may be off: 30 seconds unless set, 2 minutes at most. */
  public IntrospectedTokensBuilder clockSkew(Duration newClockSkew) {
    clockSkew = Objects.requireNonNull(newClockSkew);
    return this;
  }

  /**
   * The longest lifetime that is accepted: 24 hours unless set. More than for JWTs, as the issuer
   * can end these tokens at any time.
   */
  public IntrospectedTokensBuilder maxLifetime(Duration newMaxLifetime) {
    maxLifetime = Objects.requireNonNull(newMaxLifetime);
    return this;
  }

  /**
   * How long an active token is not asked about again, and a revocation by the issuer may go
   * unnoticed: 0, which is never, to 5 minutes; 30 seconds unless set. Ends with the token.
   */
  public IntrospectedTokensBuilder cacheFor(Duration newCacheFor) {
    cacheFor = Objects.requireNonNull(newCacheFor);
    return this;
  }

  /** How long a refused token is not asked about again: 0, as it is unless set, to 10 seconds. */
  public IntrospectedTokensBuilder cacheInactiveFor(Duration newCacheInactiveFor) {
    cacheInactiveFor = Objects.requireNonNull(newCacheInactiveFor);
    return this;
  }

  /** Most tokens that are remembered, 1 to 1000000: 10000 unless set. */
  public IntrospectedTokensBuilder cacheSize(int newCacheSize) {
    cacheSize = newCacheSize;
    return this;
  }

  /** How long to wait for a whole answer, 10 milliseconds to 1 minute: 2 seconds unless set. */
  public IntrospectedTokensBuilder timeout(Duration newTimeout) {
    timeout = Objects.requireNonNull(newTimeout);
    return this;
  }

  /** Most questions at once, 1 to 10000: 100 unless set. One more is refused with 503. */
  public IntrospectedTokensBuilder maxConcurrentCalls(int newMaxConcurrentCalls) {
    maxConcurrentCalls = newMaxConcurrentCalls;
    return this;
  }

  /** How long an endpoint that keeps failing is left alone, 1 second to 5 minutes: 10 seconds. */
  public IntrospectedTokensBuilder pauseWhenDown(Duration newPauseWhenDown) {
    pauseWhenDown = Objects.requireNonNull(newPauseWhenDown);
    return this;
  }

  /** Which servers to trust; the platform's default unless set. */
  public IntrospectedTokensBuilder sslContext(SSLContext newSslContext) {
    sslContext = Objects.requireNonNull(newSslContext);
    return this;
  }

  /**
   * What the log calls the options in the reasons of refusals, so that an operator finds them: the
   * names of these methods unless set, as {@code maxLifetime}. The operator has to be thread-safe.
   */
  public IntrospectedTokensBuilder settingNames(UnaryOperator<String> newSettingNames) {
    settingNames = Objects.requireNonNull(newSettingNames);
    return this;
  }

  /** The clock; the system's unless set. */
  public IntrospectedTokensBuilder clock(InstantSource newClock) {
    clock = Objects.requireNonNull(newClock);
    return this;
  }

  /**
   * The tokens.
   *
   * @throws InvalidOptionException if an option is missing or out of bounds, naming it
   */
  public IntrospectedTokens build() {
    checkCache();
    ClaimsPolicy policy = policy();
    return new IntrospectedTokens(
        endpoint(),
        policy,
        new ClaimsCheck(policy, settingNames),
        clientAsSubject,
        cacheFor,
        cacheInactiveFor,
        cacheSize);
  }

  private IntrospectionEndpoint endpoint() {
    Option.require(
        maxConcurrentCalls >= 1 && maxConcurrentCalls <= 10_000,
        "maxConcurrentCalls",
        "is not between 1 and 10000",
        "use 100");
    Option.between(
        pauseWhenDown, Duration.ofSeconds(1), Duration.ofMinutes(5), "pauseWhenDown", "10 s");
    if (clientSecret == null) {
      throw new InvalidOptionException(
          "clientSecret", "is missing", "set the secret of the client that the issuer knows");
    }
    return new IntrospectionEndpoint(
        new BoundedHttpClient(timeout, MAX_RESPONSE_BYTES, sslContext),
        ServerUri.of("uri", uri),
        new ClientCredentials(Option.text("clientId", clientId), clientSecret),
        maxConcurrentCalls,
        pauseWhenDown);
  }

  private ClaimsPolicy policy() {
    return new ClaimsPolicy(
        Option.text("issuer", issuer),
        audiences,
        clockSkew,
        maxLifetime,
        new ReadClaims(rolesClaims, chosenClaims),
        clock);
  }

  private void checkCache() {
    Option.between(cacheFor, Duration.ZERO, Duration.ofMinutes(5), "cacheFor", "30 seconds");
    Option.between(
        cacheInactiveFor, Duration.ZERO, Duration.ofSeconds(10), "cacheInactiveFor", "0");
    Option.require(
        cacheSize >= 1 && cacheSize <= 1_000_000,
        "cacheSize",
        "is not between 1 and 1000000",
        "use 10000");
  }
}
