package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.AccessTokens;
import dev.gatewright.authentication.claim.ClaimsCheck;
import dev.gatewright.authentication.claim.ClientAsSubject;
import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictJson;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Verifies JWT access tokens (RFC 7519, RFC 9068) of one or several issuers. Thread-safe.
 *
 * <p>The token is taken apart strictly: what more lenient readers would read differently is
 * refused. With one issuer its claims are not even parsed before the signature is verified, by the
 * algorithm of the issuer's key. With several, {@code iss} is looked at before, to choose whose
 * keys must have signed the token, and nothing else.
 *
 * <p>What was verified is remembered for a while, by the SHA-256 of the token, and is verified
 * again as soon as that could end otherwise: when the token ends, or when its key is withdrawn.
 * Revocations are not asked here, but on every request.
 */
public final class JwtAccessTokens implements AccessTokens {

  /** Longest token that is read, in bytes, unless set. */
  public static final int DEFAULT_MAX_TOKEN_LENGTH = 8_192;

  /** Most verified tokens that are remembered, unless set. */
  public static final int DEFAULT_CACHE_SIZE = 10_000;

  /** How long a verified token is remembered, unless set. */
  public static final Duration DEFAULT_CACHE_DURATION = Duration.ofMinutes(5);

  private static final String TOKEN = "a part of the token";

  private record Issuer(TrustedIssuer trusted, ClaimsCheck check) {}

  private final Map<String, Issuer> issuers = new HashMap<>();
  private final @Nullable Issuer onlyIssuer;
  private final int maxTokenLength;
  private final KnownHeaders headers = new KnownHeaders();
  private final @Nullable VerifiedTokens verified;
  private final Duration cacheDuration;

  /** Accepts the tokens of this issuer; everything else as if not set. */
  public JwtAccessTokens(TrustedIssuer issuer) {
    this(builder().issuer(issuer));
  }

  private JwtAccessTokens(Builder builder) {
    Option.require(!builder.issuers.isEmpty(), "issuers", "is missing", "give at least one issuer");
    Option.require(
        builder.maxTokenLength >= 64 && builder.maxTokenLength <= 65_536,
        "maxTokenLength",
        "is not between 64 and 65536 bytes",
        "use 8192");
    Option.require(
        builder.cacheSize >= 0 && builder.cacheSize <= 1_000_000,
        "cacheSize",
        "is not between 0 and 1000000 tokens",
        "use 10000, or 0 to verify every token on every request");
    Option.require(
        builder.cacheDuration.compareTo(Duration.ofSeconds(1)) >= 0
            && builder.cacheDuration.compareTo(Duration.ofHours(1)) <= 0,
        "cacheDuration",
        "is not between 1 second and 1 hour",
        "use 5 minutes; a cacheSize of 0 switches the cache off");
    for (TrustedIssuer issuer : builder.issuers) {
      Issuer checks = new Issuer(issuer, new ClaimsCheck(issuer.claims(), issuer.settings()));
      Option.require(
          issuers.putIfAbsent(issuer.name(), checks) == null,
          "issuers",
          "has the issuer '" + issuer.name() + "' twice",
          "keep one, with all its keys and audiences");
    }
    onlyIssuer = issuers.size() == 1 ? issuers.values().iterator().next() : null;
    maxTokenLength = builder.maxTokenLength;
    verified = builder.cacheSize == 0 ? null : new VerifiedTokens(builder.cacheSize);
    cacheDuration = builder.cacheDuration;
  }

  /** Starts without an issuer; at least one is mandatory. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Authentication verify(String token) {
    try {
      byte[] text = CompactJws.bytes(token, maxTokenLength);
      return verified == null ? verified(token, text, null) : remembered(token, text, verified);
    } catch (InvalidCredentialException e) {
      return new Authentication.Rejected(e.reason());
    } catch (KeysUnavailableException e) {
      return new Authentication.Undecidable(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Authentication.@Nullable Accepted remembered(String token) {
    try {
      return verified == null
          ? null
          : verified.find(TokenDigest.of(CompactJws.bytes(token, maxTokenLength)));
    } catch (InvalidCredentialException | KeysUnavailableException e) {
      return null; // Verifying it says what is wrong.
    }
  }

  private Authentication remembered(String token, byte[] text, VerifiedTokens cache)
      throws InvalidCredentialException {
    TokenDigest digest = TokenDigest.of(text);
    Authentication remembered = cache.find(digest);
    return remembered != null ? remembered : verified(token, text, digest);
  }

  private Authentication verified(String text, byte[] bytes, @Nullable TokenDigest digest)
      throws InvalidCredentialException {
    CompactJws token = CompactJws.parse(text, bytes, headers);
    Claims unverified = null;
    Issuer issuer = onlyIssuer;
    if (issuer == null) {
      unverified = claims(token);
      String name = unverified.requiredText("iss");
      issuer = issuers.get(name);
      if (issuer == null) {
        throw ClaimsCheck.otherIssuer(name, settings());
      }
    }
    SignatureCheck.Verified signature = SignatureCheck.verify(token, issuer.trusted().keys());
    Claims claims = unverified == null ? claims(token) : unverified;
    TokenKind.requireAccessToken(token.header(), claims);
    if (issuer.trusted().clientAsSubject()) {
      claims = ClientAsSubject.of(claims);
    }
    Instant now = issuer.trusted().claims().clock().instant();
    String fingerprint = claims.has("jti") ? null : token.fingerprint();
    Caller caller = issuer.check().check(claims, fingerprint, now);
    Authentication.Accepted verdict = new Authentication.Accepted(caller);
    headers.remember(token.text(), token.headerLength(), token.header());
    if (verified != null && digest != null) {
      verified.put(
          new VerifiedToken(
              digest,
              issuer.trusted(),
              token.header(),
              signature,
              now,
              end(caller, issuer.trusted(), now),
              verdict));
    }
    return verdict;
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    issuers.forEach(
        (name, issuer) -> settings.put(name, issuer.trusted().settings().apply("issuer")));
    return settings;
  }

  private static Claims claims(CompactJws token) throws InvalidCredentialException {
    return new Claims(StrictJson.readObject(token.payload(), TOKEN), "the token");
  }

  private Instant end(Caller caller, TrustedIssuer issuer, Instant now) {
    Instant byPolicy = now.plus(cacheDuration);
    Instant expiresAt = Objects.requireNonNull(caller.expiresAt());
    Instant byToken = expiresAt.plus(issuer.claims().clockSkew());
    return byToken.isBefore(byPolicy) ? byToken : byPolicy;
  }

  /** Collects issuers and bounds. Not thread-safe. */
  public static final class Builder {
    private final List<TrustedIssuer> issuers = new ArrayList<>();
    private int maxTokenLength = DEFAULT_MAX_TOKEN_LENGTH;
    private int cacheSize = DEFAULT_CACHE_SIZE;
    private Duration cacheDuration = DEFAULT_CACHE_DURATION;

    private Builder() {}

    /** One more issuer. At least one is mandatory. */
    public Builder issuer(TrustedIssuer issuer) {
      issuers.add(Objects.requireNonNull(issuer));
      return this;
    }

    /** Longest token that is read: 8192 bytes unless set, 64 to 65536. */
    public Builder maxTokenLength(int bytes) {
      maxTokenLength = bytes;
      return this;
    }

    /**
     * Most verified tokens that are remembered: 10,000 unless set, of about half a kilobyte each; 0
     * verifies every token on every request.
     */
    public Builder cacheSize(int tokens) {
      cacheSize = tokens;
      return this;
    }

    /**
     * How long a verified token is remembered at most: 5 minutes unless set, 1 second to 1 hour.
     * Never longer than it would be accepted, or than its key is there.
     */
    public Builder cacheDuration(Duration newCacheDuration) {
      cacheDuration = Objects.requireNonNull(newCacheDuration);
      return this;
    }

    /**
     * The verifier.
     *
     * @throws InvalidOptionException if there is no issuer, two have the same name, or a number is
     *     out of bounds
     */
    public JwtAccessTokens build() {
      return new JwtAccessTokens(this);
    }
  }
}
