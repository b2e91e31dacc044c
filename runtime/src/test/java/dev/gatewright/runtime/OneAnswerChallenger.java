package dev.gatewright.runtime;

import dev.gatewright.runtime.challenge.Challenge;
import dev.gatewright.runtime.challenge.ChallengeResult;
import dev.gatewright.runtime.challenge.ChallengeSubject;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.problem.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Challenges that are solved by sending back their name, once and for the same subject. */
final class OneAnswerChallenger implements Challenger {
  private final AtomicInteger issued = new AtomicInteger();
  private final Set<String> open = ConcurrentHashMap.newKeySet();

  /** The answer to the challenge of a refusal. */
  static String solved(Refusal refusal) {
    return (String) refusal.challenge().get("challenge");
  }

  @Override
  public Challenge issue(ChallengeSubject subject, int pressure) {
    String name = issued.incrementAndGet() + "-" + subject.limitId();
    open.add(name + subject.key());
    return new Challenge(Map.of("challenge", name));
  }

  @Override
  public @Nullable String answer(Exchange exchange) {
    return exchange.headers(ANSWER_HEADER).stream().findFirst().orElse(null);
  }

  @Override
  public ChallengeResult verify(
      String answer, ChallengeSubject subject, int pressure, Exchange exchange) {
    return open.remove(answer + subject.key())
        ? new ChallengeResult.Solved()
        : new ChallengeResult.Failed("unknown");
  }
}
