package dev.gatewright.authentication.dpop;

import dev.gatewright.Scheme;
import dev.gatewright.authentication.AccessTokens;
import dev.gatewright.authentication.certificate.ClientCertificates;
import dev.gatewright.authentication.claim.AuthorizationHeader;
import dev.gatewright.authentication.claim.CertificateBinding;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.replay.ReplayStore;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.Sha256;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Accepts access tokens that are bound to a key, with a proof in the {@code DPoP} header that the
 * sender has it (RFC 9449, section 7.1). Thread-safe.
 *
 * <p>The token is verified before the proof's signature, and must be bound to the very key that the
 * proof brings: nobody makes us verify with keys of their choice who has no token for them. A proof
 * counts once, and is recorded as used after everything else was right.
 */
public final class DpopAuthenticator implements Authenticator {

  /** How old a proof may be unless set. */
  public static final Duration DEFAULT_MAX_AGE = Duration.ofSeconds(60);

  /** How far in the future a proof may have been made unless set. */
  public static final Duration DEFAULT_CLOCK_SKEW = Duration.ofSeconds(5);

  /** The algorithms of proofs that are accepted unless set. */
  public static final Set<JwtAlgorithm> DEFAULT_ALGORITHMS =
      Set.of(JwtAlgorithm.ES256, JwtAlgorithm.EDDSA, JwtAlgorithm.PS256, JwtAlgorithm.RS256);

  private static final String SCHEME = "DPoP";
  private static final String PROOF_HEADER = "DPoP";
  private static final String INVALID_PROOF = "invalid_dpop_proof";
  private static final Set<JwtAlgorithm> SYMMETRIC =
      EnumSet.of(JwtAlgorithm.HS256, JwtAlgorithm.HS384, JwtAlgorithm.HS512);

  private final AccessTokens tokens;
  private final ClientCertificates certificates;
  private final ReplayStore replays;
  private final Set<JwtAlgorithm> algorithms;
  private final ProofCheck check;
  private final InstantSource clock;
  private final String challenge;

  private DpopAuthenticator(Builder builder) {
    tokens = Objects.requireNonNull(builder.tokens);
    certificates = builder.certificates;
    replays = Objects.requireNonNull(builder.replays);
    algorithms = EnumSet.copyOf(builder.algorithms);
    check = new ProofCheck(Set.copyOf(builder.origins), builder.maxAge, builder.clockSkew);
    clock = builder.clock;
    challenge =
        SCHEME
            + " algs=\""
            + algorithms.stream().map(JwtAlgorithm::headerValue).collect(Collectors.joining(" "))
            + '"';
  }

  /** Starts an authenticator; tokens, origins and a replay store are mandatory. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Scheme scheme() {
    return Scheme.DPOP;
  }

  @Override
  public String header() {
    return AuthorizationHeader.NAME;
  }

  @Override
  public List<String> credentials(Exchange exchange) {
    return AuthorizationHeader.credentials(exchange, SCHEME);
  }

  @Override
  public Authentication authenticate(String credential, Exchange exchange) {
    return authenticate(credential, exchange, true);
  }

  @Override
  public Authentication authenticateAgain(String credential, Exchange exchange) {
    return authenticate(credential, exchange, false);
  }

  /**
   * Verifies a token, and that it is bound to the proof's key.
   *
   * @param isFirst whether the proof has yet to be verified
   */
  private Authentication authenticate(String credential, Exchange exchange, boolean isFirst) {
    List<String> proofs = exchange.headers(PROOF_HEADER);
    if (proofs.size() != 1) {
      return new Authentication.Rejected(
          proofs.size() + " DPoP headers were sent instead of one", INVALID_PROOF);
    }
    DpopProof proof;
    try {
      proof = DpopProof.parse(proofs.get(0), algorithms);
    } catch (InvalidCredentialException e) {
      return new Authentication.Rejected(e.reason(), INVALID_PROOF);
    }
    Authentication authentication = tokens.verify(credential);
    if (!(authentication instanceof Authentication.Accepted accepted)) {
      return authentication;
    }
    String misbound = misbound(accepted.caller(), proof, exchange);
    if (misbound != null) {
      return new Authentication.Rejected(misbound);
    }
    return isFirst
        ? proved(accepted.caller(), proof, credential, exchange)
        : new Authentication.Accepted(accepted.caller().withScheme(Scheme.DPOP));
  }

  /** Why the token may not be used with this key; null where it may. */
  private @Nullable String misbound(Caller caller, DpopProof proof, Exchange exchange) {
    String demanded = caller.confirmation().keyThumbprint();
    if (demanded == null) {
      return "the token is not bound to a DPoP key, but was sent as if it were";
    }
    if (!MessageDigest.isEqual(
        demanded.getBytes(StandardCharsets.US_ASCII),
        proof.thumbprint().getBytes(StandardCharsets.US_ASCII))) {
      return "the token is bound to another key than the proof's";
    }
    return CertificateBinding.holds(caller.confirmation(), certificates.chain(exchange))
        ? null
        : "the token is bound to a certificate that the request did not come with";
  }

  private Authentication proved(Caller caller, DpopProof proof, String token, Exchange exchange) {
    ProofUse use;
    try {
      use =
          check.check(proof.verifiedClaims(), proof.thumbprint(), exchange, token, clock.instant());
    } catch (InvalidCredentialException e) {
      return new Authentication.Rejected(e.reason(), INVALID_PROOF);
    }
    boolean first;
    try {
      first = replays.firstUse(holder(caller), use.key(), use.until());
    } catch (RuntimeException e) {
      return new Authentication.Undecidable(
          "the replay store failed: " + e.getClass().getSimpleName());
    }
    return first
        ? new Authentication.Accepted(caller.withScheme(Scheme.DPOP))
        : new Authentication.Rejected("the proof was used before", INVALID_PROOF);
  }

  /** The caller and not the key: whoever can have one token can have many, each with its key. */
  private static String holder(Caller caller) {
    return Sha256.base64Url(caller.issuer() + '\n' + caller.subject());
  }

  @Override
  public String challenge() {
    return challenge;
  }

  /** Collects what is accepted. Not thread-safe. */
  public static final class Builder {
    private @Nullable AccessTokens tokens;
    private @Nullable ReplayStore replays;
    private final Set<String> origins = new HashSet<>();
    private ClientCertificates certificates = ClientCertificates.ofConnection();
    private Set<JwtAlgorithm> algorithms = DEFAULT_ALGORITHMS;
    private Duration maxAge = DEFAULT_MAX_AGE;
    private Duration clockSkew = DEFAULT_CLOCK_SKEW;
    private InstantSource clock = InstantSource.system();

    private Builder() {}

    /** The tokens that are accepted, as far as they are bound to a key. Mandatory. */
    public Builder tokens(AccessTokens newTokens) {
      tokens = Objects.requireNonNull(newTokens);
      return this;
    }

    /** Where proofs that were used are remembered. Mandatory. */
    public Builder replays(ReplayStore newReplays) {
      replays = Objects.requireNonNull(newReplays);
      return this;
    }

    /**
     * Where clients reach this API: {@code https://api.example.com}, followed by the prefix of
     * paths that a proxy takes away, if any: {@code https://api.example.com/bank}. A proof's {@code
     * htu} must be one of these with the path of the request, which proxies must not change
     * otherwise. Never taken from the request, whose {@code Host} is the sender's choice.
     * Mandatory, once or more.
     *
     * @throws InvalidOptionException if it is not an origin
     */
    public Builder origin(String origin) {
      TargetUri uri = TargetUri.parse(origin);
      boolean isOrigin =
          uri != null
              && (uri.path().equals("/") || !uri.path().endsWith("/"))
              && origin.indexOf('?') < 0
              && origin.indexOf('#') < 0;
      Option.require(
          isOrigin,
          "origins",
          "has '" + origin + "', which is no origin",
          "write it as https://api.example.com, with a port where it is not the default; or as"
              + " https://api.example.com/bank, without a slash at its end, where a proxy takes"
              + " /bank away");
      TargetUri base = Objects.requireNonNull(uri);
      origins.add(base.path().equals("/") ? base.origin() : base.origin() + base.path());
      return this;
    }

    /** Which certificate a request came with, for tokens that are bound to one as well. */
    public Builder certificates(ClientCertificates newCertificates) {
      certificates = Objects.requireNonNull(newCertificates);
      return this;
    }

    /** The algorithms of proofs that are accepted: ES256, EdDSA, PS256 and RS256 unless set. */
    public Builder algorithms(Set<JwtAlgorithm> newAlgorithms) {
      algorithms = Set.copyOf(newAlgorithms);
      return this;
    }

    /** How old a proof may be: 60 seconds unless set, 1 second to 5 minutes. */
    public Builder maxAge(Duration newMaxAge) {
      maxAge = Objects.requireNonNull(newMaxAge);
      return this;
    }

    /** How far in the future a proof may have been made: 5 seconds unless set, 1 minute at most. */
    public Builder clockSkew(Duration newClockSkew) {
      clockSkew = Objects.requireNonNull(newClockSkew);
      return this;
    }

    /** The clock; the system's unless set. */
    public Builder clock(InstantSource newClock) {
      clock = Objects.requireNonNull(newClock);
      return this;
    }

    /**
     * The authenticator.
     *
     * @throws InvalidOptionException if an option is missing or out of bounds, naming it
     */
    public DpopAuthenticator build() {
      Option.require(
          tokens != null, "tokens", "is missing", "say which access tokens are accepted");
      Option.require(
          replays != null, "replays", "is missing", "use an InProcessReplayStore or a shared one");
      Option.require(
          !origins.isEmpty(),
          "origins",
          "is missing",
          "say where clients reach this API, as https://api.example.com");
      Option.require(
          !algorithms.isEmpty() && SYMMETRIC.stream().noneMatch(algorithms::contains),
          "algorithms",
          "is empty or has an HS algorithm, whose key would be no secret in a proof",
          "use ES256");
      Option.require(
          maxAge.compareTo(Duration.ofSeconds(1)) >= 0
              && maxAge.compareTo(Duration.ofMinutes(5)) <= 0,
          "maxAge",
          "is not between 1 second and 5 minutes",
          "use 60 seconds");
      Option.require(
          !clockSkew.isNegative() && clockSkew.compareTo(Duration.ofMinutes(1)) <= 0,
          "clockSkew",
          "is not between 0 seconds and 1 minute",
          "use 5 seconds");
      return new DpopAuthenticator(this);
    }
  }
}
