package dev.gatewright.challenge;

import dev.gatewright.authentication.http.JsonAnswer;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.Sha256;
import dev.gatewright.runtime.challenge.Challenge;
import dev.gatewright.runtime.challenge.ChallengeResult;
import dev.gatewright.runtime.challenge.ChallengeSubject;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.exchange.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a refused client show that a human is there, by the word of a provider that speaks the
 * common {@code siteverify} protocol: Cloudflare Turnstile, hCaptcha, reCAPTCHA. Thread-safe.
 *
 * <p>The provider is sent the answer and the client's address, and believed about both: it says
 * {@code success}, for one of the configured host names, for the configured action, a short time
 * ago. An answer counts once here, whatever the provider does. While the provider is down or
 * answers nonsense, nobody can tell, and requests with an answer are refused with 503.
 *
 * <p>The difficulty is the provider's to choose; {@code pressure} makes no difference.
 */
public final class SiteVerify implements Challenger {
  private static final Logger log = LoggerFactory.getLogger(SiteVerify.class);

  /** Turnstile's have up to 2,048 characters, reCAPTCHA's have been seen to have more. */
  private static final int MAX_ANSWER_LENGTH = 4_096;

  /** How far the provider's clock may be ahead. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  /** That it is not the answer that is wrong, but our configuration or the provider. */
  private static final Set<String> NOT_THE_CLIENTS_FAULT =
      Set.of(
          "bad-request",
          "internal-error",
          "invalid-input-secret",
          "missing-input-secret",
          "sitekey-secret-mismatch");

  private final SiteVerifyEndpoint endpoint;
  private final SingleUse singleUse;
  private final @Nullable String siteKey;
  private final Set<String> hostnames;
  private final @Nullable String action;
  private final @Nullable Double minScore;
  private final Duration maxAge;
  private final InstantSource clock;
  private final AtomicBoolean complained = new AtomicBoolean();

  SiteVerify(
      SiteVerifyEndpoint endpoint,
      SingleUse singleUse,
      @Nullable String siteKey,
      Set<String> hostnames,
      @Nullable String action,
      @Nullable Double minScore,
      Duration maxAge,
      InstantSource clock) {
    this.endpoint = endpoint;
    this.singleUse = singleUse;
    this.siteKey = siteKey;
    this.hostnames = Set.copyOf(hostnames);
    this.action = action;
    this.minScore = minScore;
    this.maxAge = maxAge;
    this.clock = clock;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Members: {@code type} is {@code site-verify}; {@code site-key} and {@code action} where they
   * are configured.
   */
  @Override
  public Challenge issue(ChallengeSubject subject, int pressure) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "site-verify");
    if (siteKey != null) {
      members.put("site-key", siteKey);
    }
    if (action != null) {
      members.put("action", action);
    }
    return new Challenge(members);
  }

  @Override
  public @Nullable String answer(Exchange exchange) {
    return AnswerHeader.read(exchange, MAX_ANSWER_LENGTH);
  }

  @Override
  public ChallengeResult verify(
      String answer, ChallengeSubject subject, int pressure, Exchange exchange) {
    if (!isToken(answer)) {
      return new ChallengeResult.Failed("the answer is malformed");
    }
    JsonAnswer reply = endpoint.ask(answer, subject.clientAddress());
    if (reply instanceof JsonAnswer.None none) {
      return new ChallengeResult.Undecidable(none.reason());
    }
    try {
      byte[] body = ((JsonAnswer.Json) reply).body();
      return decided(answer, SiteVerifyResponse.read(body));
    } catch (InvalidCredentialException e) {
      return new ChallengeResult.Undecidable(e.reason());
    }
  }

  private ChallengeResult decided(String answer, SiteVerifyResponse response)
      throws InvalidCredentialException {
    if (!response.success()) {
      return refused(response.errorCodes());
    }
    complained.set(false);
    if (!hostnames.contains(response.hostname().toLowerCase(Locale.ROOT))) {
      return new ChallengeResult.Failed("the challenge was solved on another site", true);
    }
    if (action != null && !action.equals(response.action())) {
      return new ChallengeResult.Failed("the challenge was solved for another action", true);
    }
    Double score = response.score();
    if (minScore != null && (score == null || !(score >= minScore))) {
      return new ChallengeResult.Failed("the score is too low", true);
    }
    Instant now = clock.instant();
    Instant solvedAt = response.solvedAt();
    if (solvedAt.isAfter(now.plus(CLOCK_SKEW)) || solvedAt.isBefore(now.minus(maxAge))) {
      return new ChallengeResult.Failed("the challenge was not solved just now", true);
    }
    String key = Sha256.base64Url(("site-verify:" + answer).getBytes(StandardCharsets.US_ASCII));
    return singleUse.use(key, solvedAt.plus(maxAge));
  }

  private ChallengeResult refused(List<String> errorCodes) {
    if (Collections.disjoint(errorCodes, NOT_THE_CLIENTS_FAULT)) {
      return new ChallengeResult.Failed("the provider refuses the answer: " + errorCodes, true);
    }
    if (complained.compareAndSet(false, true)) {
      log.error(
          "The provider {} verifies no answers for this application ({}), so no challenge can be"
              + " solved. Fix: correct the address and the secret",
          endpoint,
          errorCodes);
    }
    return new ChallengeResult.Undecidable("the provider verifies no answers: " + errorCodes);
  }

  /** Printable ASCII without blanks, as all providers' are. */
  private static boolean isToken(String text) {
    if (text.isEmpty() || text.length() > MAX_ANSWER_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
