package dev.gatewright.runtime.event;

import dev.gatewright.runtime.problem.RefusalReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One decision of the gate. Holds no secret and no input value.
 *
 * @param time when
 * @param outcome what was decided
 * @param reason why it was refused; null unless it was
 * @param cause the detail of a refusal, failure or change; null where the request was allowed
 * @param endpoint the endpoint's short name; null where the request had not reached one
 * @param route the endpoint's route, or its id where it has none; null likewise
 * @param client the client's address; {@code unknown} where a call without a request was refused,
 *     {@code none} where limits were changed
 * @param subject the authenticated subject; null where there is none
 * @param credentialId the token's or key's id; null where there is none
 * @param correlationId joins the events of one request and what its client was told
 */
public record SecurityEvent(
    Instant time,
    Outcome outcome,
    @Nullable RefusalReason reason,
    @Nullable String cause,
    @Nullable String endpoint,
    @Nullable String route,
    String client,
    @Nullable String subject,
    @Nullable String credentialId,
    String correlationId) {

  /** What was decided. */
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
}
