package dev.gatewright.runtime.event;

import dev.gatewright.runtime.problem.RefusalReason;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records one decision of the gate. Holds no secret and no input value. Immutable and thread-safe.
 */
public final class SecurityEvent {
  private final Instant time;
  private final Outcome outcome;
  private final @Nullable RefusalReason reason;
  private final @Nullable String cause;
  private final @Nullable String endpoint;
  private final @Nullable String route;
  private final String client;
  private final @Nullable String subject;
  private final @Nullable String credentialId;
  private final String correlationId;

  private SecurityEvent(Builder builder) {
    time = Objects.requireNonNull(builder.time);
    outcome = Objects.requireNonNull(builder.outcome);
    reason = builder.reason;
    cause = builder.cause;
    endpoint = builder.endpoint;
    route = builder.route;
    client = Objects.requireNonNull(builder.client);
    subject = builder.subject;
    credentialId = builder.credentialId;
    correlationId = Objects.requireNonNull(builder.correlationId);
  }

  /**
   * Starts an event of which only these parts are known.
   *
   * @param client the client's address, or what {@link #client} has in its place
   */
  public static Builder of(Instant time, Outcome outcome, String client, String correlationId) {
    return new Builder(time, outcome, client, correlationId);
  }

  /** Returns when the gate decided. */
  public Instant time() {
    return time;
  }

  /** Returns what was decided. */
  public Outcome outcome() {
    return outcome;
  }

  /** Returns why the request was refused; null unless it was. */
  public @Nullable RefusalReason reason() {
    return reason;
  }

  /** Returns the detail of a refusal, failure or change; null where the request was allowed. */
  public @Nullable String cause() {
    return cause;
  }

  /** Returns the endpoint's short name; null where the request had not reached one. */
  public @Nullable String endpoint() {
    return endpoint;
  }

  /**
   * Returns the endpoint's route, or its id where it has none; null where the request had not
   * reached an endpoint.
   */
  public @Nullable String route() {
    return route;
  }

  /**
   * Returns the client's address; {@code unknown} where a call without a request was refused,
   * {@code none} where limits were changed.
   */
  public String client() {
    return client;
  }

  /** Returns the authenticated subject; null where there is none. */
  public @Nullable String subject() {
    return subject;
  }

  /** Returns the token's or key's id; null where there is none. */
  public @Nullable String credentialId() {
    return credentialId;
  }

  /** Returns the id that joins the events of one request and what its client was told. */
  public String correlationId() {
    return correlationId;
  }

  @Override
  public String toString() {
    return String.format(
        "SecurityEvent[time=%s, outcome=%s, reason=%s, cause=%s, endpoint=%s, route=%s, client=%s,"
            + " subject=%s, credentialId=%s, correlationId=%s]",
        time,
        outcome,
        reason,
        cause,
        endpoint,
        route,
        client,
        subject,
        credentialId,
        correlationId);
  }

  /** Says what was decided. */
  public enum Outcome {
    /** The guard was entered, and refused nothing. */
    ALLOWED,
    /** It was refused. */
    REFUSED,
    /** It passed the first stage, and then neither reached the endpoint nor was refused. */
    INCOMPLETE,
    /** No request: a limit has other numbers from now on. */
    CONFIGURED
  }

  /** Collects what is known of a decision. Not thread-safe. */
  public static final class Builder {
    private final Instant time;
    private final Outcome outcome;
    private final String client;
    private final String correlationId;
    private @Nullable RefusalReason reason;
    private @Nullable String cause;
    private @Nullable String endpoint;
    private @Nullable String route;
    private @Nullable String subject;
    private @Nullable String credentialId;

    private Builder(Instant time, Outcome outcome, String client, String correlationId) {
      this.time = time;
      this.outcome = outcome;
      this.client = client;
      this.correlationId = correlationId;
    }

    /** Sets why the request was refused. */
    public Builder reason(@Nullable RefusalReason newReason) {
      reason = newReason;
      return this;
    }

    /** Sets the detail of a refusal, failure or change. */
    public Builder cause(@Nullable String newCause) {
      cause = newCause;
      return this;
    }

    /** Sets the endpoint's short name. */
    public Builder endpoint(@Nullable String newEndpoint) {
      endpoint = newEndpoint;
      return this;
    }

    /** Sets the endpoint's route, or its id where it has none. */
    public Builder route(@Nullable String newRoute) {
      route = newRoute;
      return this;
    }

    /** Sets the authenticated subject. */
    public Builder subject(@Nullable String newSubject) {
      subject = newSubject;
      return this;
    }

    /** Sets the token's or key's id. */
    public Builder credentialId(@Nullable String newCredentialId) {
      credentialId = newCredentialId;
      return this;
    }

    /** Makes the event. */
    public SecurityEvent build() {
      return new SecurityEvent(this);
    }
  }
}
