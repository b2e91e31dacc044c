package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.http.BoundedHttpClient;
import dev.gatewright.authentication.http.HttpOutcome;
import dev.gatewright.authentication.http.ServerUri;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import java.time.Duration;

/** A key set that is published at an address. */
record RemoteJwkSet(
    BoundedHttpClient client, ServerUri uri, KeyAlgorithms algorithms, KeySetSettings settings)
    implements JwkSetLoader {
  static final Duration USUAL_INTERVAL = Duration.ofMinutes(5);

  private static final String ACCEPT = "application/jwk-set+json, application/json";
  private static final int OK = 200;

  /** The media type is not looked at: providers differ, and nothing but a key set reads as one. */
  @Override
  public Load load() {
    HttpOutcome outcome = client.get(uri, ACCEPT);
    if (outcome instanceof HttpOutcome.Failed failed) {
      return new Load.Failed(settings.explained(failed));
    }
    HttpOutcome.Answered answer = (HttpOutcome.Answered) outcome;
    if (answer.status() != OK) {
      return new Load.Failed(settings.explained(answer.status()));
    }
    try {
      return new Load.Loaded(JwkSet.read(answer.body(), algorithms));
    } catch (InvalidCredentialException e) {
      return new Load.Failed(settings.explained(e));
    }
  }

  @Override
  public Duration usualInterval() {
    return USUAL_INTERVAL;
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
