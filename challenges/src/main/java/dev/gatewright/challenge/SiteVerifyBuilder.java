package dev.gatewright.challenge;

import dev.gatewright.authentication.http.ServerUri;
import dev.gatewright.authentication.replay.ReplayStore;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import dev.gatewright.secret.SecretValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects whom to ask and what to accept. Not thread-safe. */
public final class SiteVerifyBuilder {
  private @Nullable String uri;
  private @Nullable Supplier<SecretValue> secret;
  private @Nullable ReplayStore replays;
  private final Set<String> hostnames = new LinkedHashSet<>();
  private @Nullable String siteKey;
  private @Nullable String action;
  private @Nullable Double minScore;
  private Duration maxAge = Duration.ofMinutes(5);
  private Duration timeout = Duration.ofSeconds(2);
  private int maxConcurrentCalls = 50;
  private Duration pauseWhenDown = Duration.ofSeconds(10);
  private InstantSource clock = InstantSource.system();

  /** Starts a challenger; address, secret, a host name and a replay store are mandatory. */
  public SiteVerifyBuilder() {}

  /** The provider's {@code siteverify}: HTTPS, or HTTP to this machine. Mandatory. */
  public SiteVerifyBuilder uri(@Nullable String newUri) {
    uri = newUri;
    return this;
  }

  /** The secret that the provider gave for the site. This or the other is mandatory. */
  public SiteVerifyBuilder secret(@Nullable String newSecret) {
    SecretValue fixed = SecretValue.of("secret", Option.text("secret", newSecret));
    secret = () -> fixed;
    return this;
  }

  /** The secret, asked for with every answer so that it may rotate. */
  public SiteVerifyBuilder secret(Supplier<SecretValue> newSecret) {
    secret = Objects.requireNonNull(newSecret);
    return this;
  }

  /** Where answers that were used are remembered until they end. Mandatory. */
  public SiteVerifyBuilder replays(ReplayStore newReplays) {
    replays = Objects.requireNonNull(newReplays);
    return this;
  }

  /**
   * A site on which challenges may be solved, {@code www.example.com}: site keys are public and
   * could be used on any. Mandatory, once or more.
   *
   * @throws InvalidOptionException if it is no host name
   */
  public SiteVerifyBuilder hostname(String hostname) {
    String lower = hostname.strip().toLowerCase(Locale.ROOT);
    boolean isHostname = !lower.isEmpty();
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      isHostname &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }
    Option.require(
        isHostname,
        "hostnames",
        "has '" + hostname + "', which is no host name",
        "write it as www.example.com, without scheme, port or wildcard");
    hostnames.add(lower);
    return this;
  }

  /** The public key of the site, which clients need to show the challenge; not sent unless set. */
  public SiteVerifyBuilder siteKey(@Nullable String newSiteKey) {
    siteKey = newSiteKey;
    return this;
  }

  /** What challenges have to be solved for; any action unless set. */
  public SiteVerifyBuilder action(@Nullable String newAction) {
    action = newAction;
    return this;
  }

  /**
   * The least score from 0, a machine, to 1, a human, as reCAPTCHA version 3 gives it; none needed
   * unless set. hCaptcha's score counts the other way, and is not meant.
   */
  public SiteVerifyBuilder minScore(@Nullable Double newMinScore) {
    minScore = newMinScore;
    return this;
  }

  /** How long ago a challenge may have been solved: 5 minutes unless set, 10 s to 10 minutes. */
  public SiteVerifyBuilder maxAge(Duration newMaxAge) {
    maxAge = Objects.requireNonNull(newMaxAge);
    return this;
  }

  /** How long to wait for a whole response, 10 milliseconds to 1 minute: 2 seconds unless set. */
  public SiteVerifyBuilder timeout(Duration newTimeout) {
    timeout = Objects.requireNonNull(newTimeout);
    return this;
  }

  /** Most questions at once, 1 to 10000: 50 unless set. One more is refused with 503. */
  public SiteVerifyBuilder maxConcurrentCalls(int newMaxConcurrentCalls) {
    maxConcurrentCalls = newMaxConcurrentCalls;
    return this;
  }

  /** How long a provider that keeps failing is left alone, 1 second to 5 minutes: 10 seconds. */
  public SiteVerifyBuilder pauseWhenDown(Duration newPauseWhenDown) {
    pauseWhenDown = Objects.requireNonNull(newPauseWhenDown);
    return this;
  }

  /** The clock; the system's unless set. */
  public SiteVerifyBuilder clock(InstantSource newClock) {
    clock = Objects.requireNonNull(newClock);
    return this;
  }

  /**
   * The challenger.
   *
   * @throws InvalidOptionException if an option is missing or out of bounds, naming it
   */
  public SiteVerify build() {
    ServerUri address = ServerUri.of("uri", uri);
    if (secret == null) {
      throw new InvalidOptionException(
          "secret", "is missing", "set the secret that the provider gave for the site");
    }
    Option.require(
        replays != null, "replays", "is missing", "use an InProcessReplayStore or a shared one");
    Option.require(
        !hostnames.isEmpty(),
        "hostnames",
        "is missing",
        "say on which sites challenges may be solved, as www.example.com");
    Option.require(
        siteKey == null || !siteKey.isBlank(), "siteKey", "is blank", "set it, or leave it out");
    Option.require(
        action == null || !action.isBlank(), "action", "is blank", "set it, or leave it out");
    Option.require(
        minScore == null || (minScore >= 0 && minScore <= 1),
        "minScore",
        "is not between 0 and 1",
        "use 0.5");
    between(maxAge, Duration.ofSeconds(10), Duration.ofMinutes(10), "maxAge", "5 minutes");
    between(pauseWhenDown, Duration.ofSeconds(1), Duration.ofMinutes(5), "pauseWhenDown", "10 s");
    Option.require(
        maxConcurrentCalls >= 1 && maxConcurrentCalls <= 10_000,
        "maxConcurrentCalls",
        "is not between 1 and 10000",
        "use 50");
    return new SiteVerify(
        new SiteVerifyEndpoint(address, secret, timeout, maxConcurrentCalls, pauseWhenDown),
        new SingleUse(Objects.requireNonNull(replays)),
        siteKey,
        hostnames,
        action,
        minScore,
        maxAge,
        clock);
  }

  private static void between(
      Duration value, Duration least, Duration most, String option, String usual) {
    Option.require(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        option,
        "is not between " + least + " and " + most,
        "use " + usual);
  }
}
