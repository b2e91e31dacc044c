package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.http.BoundedHttpClient;
import dev.gatewright.authentication.http.HttpOutcome;
import dev.gatewright.authentication.http.ServerCalls;
import dev.gatewright.authentication.http.ServerUri;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key set whose address and algorithms its issuer publishes. The metadata are read before the
 * first look, again after a look that failed, and once an hour, as an issuer may move its keys.
 */
final class DiscoveredJwkSet implements JwkSetLoader {
  private static final Duration METADATA_AGE = Duration.ofHours(1);
  private static final int OK = 200;

  private record Known(IssuerMetadata metadata, Instant readAt) {}

  private final BoundedHttpClient client;
  private final ExpectedIssuer issuer;
  private final Set<JwtAlgorithm> algorithms;
  private final KeySetSettings settings;
  private final InstantSource clock;
  private volatile @Nullable Known known;

  /**
   * @param algorithms what keys are used with, whatever the issuer says; none to believe it
   */
  DiscoveredJwkSet(
      BoundedHttpClient client,
      ExpectedIssuer issuer,
      Set<JwtAlgorithm> algorithms,
      KeySetSettings settings,
      InstantSource clock) {
    this.client = client;
    this.issuer = issuer;
    this.algorithms = algorithms;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Load load() {
    IssuerMetadata metadata;
    try {
      metadata = metadata();
    } catch (InvalidCredentialException e) {
      return new Load.Failed(e.reason());
    }
    KeyAlgorithms used =
        algorithms.isEmpty() ? metadata.algorithms() : KeyAlgorithms.only(algorithms);
    Load load = new RemoteJwkSet(client, metadata.jwksUri(), used, settings).load();
    if (load instanceof Load.Failed failed) {
      known = null;
      return new Load.Failed("at " + metadata.jwksUri() + " " + failed.reason());
    }
    return load;
  }

  private IssuerMetadata metadata() throws InvalidCredentialException {
    Known last = known;
    Instant now = clock.instant();
    if (last != null
        && !now.isBefore(last.readAt())
        && now.isBefore(last.readAt().plus(METADATA_AGE))) {
      return last.metadata();
    }
    IssuerMetadata read = published();
    known = new Known(read, now);
    return read;
  }

  private IssuerMetadata published() throws InvalidCredentialException {
    String reason = null;
    for (ServerUri uri : issuer.wellKnown()) {
      HttpOutcome outcome = client.get(uri, ServerCalls.JSON);
      if (outcome instanceof HttpOutcome.Failed failed) {
        throw new InvalidCredentialException("at " + uri + " " + settings.explained(failed));
      }
      HttpOutcome.Answered answer = (HttpOutcome.Answered) outcome;
      if (answer.status() == OK) {
        try {
          return IssuerMetadata.read(answer.body(), issuer);
        } catch (InvalidCredentialException e) {
          reason = e.reason() + " (" + uri + ")";
        }
      } else if (reason == null && answer.status() >= 500) {
        reason = "the answer has status " + answer.status() + ", at " + uri;
      }
    }
    throw new InvalidCredentialException(reason == null ? absent() : reason);
  }

  private String absent() {
    return "no metadata are published at any of "
        + issuer.wellKnown()
        + ". Fix: set '"
        + issuer.setting()
        + "' to the issuer as it is in 'iss'; where the issuer publishes no metadata, set its key"
        + " set and algorithms instead";
  }

  @Override
  public Duration usualInterval() {
    return RemoteJwkSet.USUAL_INTERVAL;
  }

  @Override
  public String toString() {
    return issuer.toString();
  }
}
