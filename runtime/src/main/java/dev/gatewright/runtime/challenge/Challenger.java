package dev.gatewright.runtime.challenge;

import dev.gatewright.runtime.exchange.Exchange;
import org.jspecify.annotations.Nullable;

/** Sets challenges, and tells whether an answer solves one. Implementations are thread-safe. */
public interface Challenger {

  /**
   * A challenge for a refused client.
   *
   * @param pressure how many challenges the subject has solved within the limit's period, from 0;
   *     the more, the harder the next may be
   */
  Challenge issue(ChallengeSubject subject, int pressure);

  /** The answer that a request carries; null where it carries none. */
  @Nullable String answer(Exchange exchange);

  /**
   * Whether an answer solves a challenge that was set for this subject. An answer counts once.
   *
   * @param answer as the client sent it: anything
   */
  ChallengeResult verify(String answer, ChallengeSubject subject, Exchange exchange);
}
