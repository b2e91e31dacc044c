package dev.gatewright.spring.challenge;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What clients may do about a limit with {@code onLimit = CHALLENGE} that refused them. Immutable.
 * Its text form holds no secret.
 *
 * @param proofOfWork computing time as the challenge; this or the other, absent where there are no
 *     challenges
 * @param siteVerify a CAPTCHA provider's challenge; this or the other
 * @param replayEntries most answers that are remembered as used at once in this process, about 150
 *     bytes each; only where there is no other ReplayStore
 */
@ConfigurationProperties("gatewright.challenge")
public record ChallengeProperties(
    @Nullable ProofOfWork proofOfWork,
    @Nullable SiteVerify siteVerify,
    @DefaultValue("100000") int replayEntries) {

  /**
   * Computing time as the challenge. Its text form does not hold the secret.
   *
   * @param secret what challenges are signed with: at least 32 random bytes in base64, the same for
   *     all instances; this or 'secret-name' is mandatory
   * @param secretName name of the secret that holds it, where it rotates: a file of
   *     'gatewright.secrets.directory', an environment variable, or what the application's
   *     SecretSource knows
   * @param difficulty bits of the hash that must be zero in the first challenge, 8 to 32; each more
   *     doubles the work
   * @param maxDifficulty most bits that must be zero, 32 at most; every challenge that is solved
   *     makes the next one harder by one, up to this
   * @param lifetime how long a challenge can be answered, 10 seconds to 10 minutes
   */
  public record ProofOfWork(
      @Nullable String secret,
      @Nullable String secretName,
      @DefaultValue("16") int difficulty,
      @DefaultValue("22") int maxDifficulty,
      @DefaultValue("2m") Duration lifetime) {

    @Override
    public String toString() {
      return "ProofOfWork[difficulty=" + difficulty + "]";
    }
  }

  /**
   * A CAPTCHA provider that speaks the common siteverify protocol: Turnstile, hCaptcha, reCAPTCHA.
   * Its text form does not hold the secret.
   *
   * @param uri the provider's siteverify: HTTPS, or HTTP to this machine; mandatory
   * @param secret what the provider gave for the site; this or 'secret-name' is mandatory
   * @param secretName name of the secret that holds it, where it rotates
   * @param hostnames sites on which challenges may be solved, as www.example.com; mandatory
   * @param siteKey the site's public key, which refused clients are told; absent where they know it
   * @param action what challenges have to be solved for; absent for anything
   * @param minScore least score from 0 to 1, as reCAPTCHA version 3 gives it; absent for none
   * @param maxAge how long ago a challenge may have been solved, 10 seconds to 10 minutes
   * @param timeout how long to wait for a whole response; at most 1 minute
   */
  public record SiteVerify(
      @Nullable String uri,
      @Nullable String secret,
      @Nullable String secretName,
      @DefaultValue List<String> hostnames,
      @Nullable String siteKey,
      @Nullable String action,
      @Nullable Double minScore,
      @DefaultValue("5m") Duration maxAge,
      @DefaultValue("2s") Duration timeout) {

    @Override
    public String toString() {
      return "SiteVerify[uri=" + uri + "]";
    }
  }
}
