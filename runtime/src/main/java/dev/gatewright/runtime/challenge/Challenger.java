package dev.gatewright.runtime.challenge;

import dev.gatewright.runtime.exchange.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Gives challenges to clients that a limit refused, and verifies their answers. Implementations are
 * thread-safe and throw nothing, whatever a client sends. The module {@code gatewright-challenges}
 * has two: proof of work, and the services that show a puzzle.
 */
public interface Challenger {

  /** The request header that carries an answer. */
  String ANSWER_HEADER = "Challenge-Response";

  /**
   * A new challenge.
   *
   * @param subject whom it is for, and for which limit
   * @param pressure how many challenges this subject has solved in the limit's period, 0 or more:
   *     the more, the harder the next one. That a challenge was given does not count, or {@link
   *     #verify} would refuse what was just given
   */
  Challenge issue(ChallengeSubject subject, int pressure);

  /**
   * The answer that a request carries.
   *
   * @return null where there is none, where there are several, or where it is longer than any
   *     answer is: the request then counts as one without
   */
  @Nullable String answer(Exchange exchange);

  /**
   * Verifies an answer, which counts at most once. May block for as long as the kind of challenge
   * asks another server.
   *
   * @param answer anything that was sent as an answer
   * @param subject whose request carries it, and which limit is to be relieved
   * @param pressure as for {@link #issue}, now
   * @param exchange the request
   */
  ChallengeResult verify(String answer, ChallengeSubject subject, int pressure, Exchange exchange);
}
