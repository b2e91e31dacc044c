package dev.gatewright.spring;

import dev.gatewright.authentication.replay.InProcessReplayStore;
import dev.gatewright.authentication.replay.ReplayStore;
import dev.gatewright.challenge.ChallengeKeys;
import dev.gatewright.challenge.ProofOfWork;
import dev.gatewright.challenge.SiteVerify;
import dev.gatewright.challenge.SiteVerifyBuilder;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.secret.SecretVersions;
import dev.gatewright.secret.Secrets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the challenge of the properties below {@code gatewright.challenge}. An application that
 * sets another kind of challenge defines a {@link Challenger} of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChallengeProperties.class)
class ChallengeConfiguration {
  static final String PROOF_OF_WORK = "gatewright.challenge.proof-of-work";
  static final String SITE_VERIFY = "gatewright.challenge.site-verify";

  @Bean
  @Conditional(OnChallenge.class)
  @ConditionalOnMissingBean(Challenger.class)
  Challenger gatewrightChallenger(
      ChallengeProperties properties,
      ObjectProvider<ReplayStore> replays,
      ObjectProvider<Secrets> secrets,
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
    ChallengeProperties.ProofOfWork work = properties.proofOfWork();
    ChallengeProperties.SiteVerify site = properties.siteVerify();
    if (work != null && site != null) {
      throw new StartUpException(
          "the properties '" + PROOF_OF_WORK + "' and '" + SITE_VERIFY + "' are both set",
          "keep one: a refused client is given one kind of challenge.");
    }
    ReplayStore store =
        replays.getIfAvailable(
            () ->
                Property.build(
                    "gatewright.challenge.replay-entries",
                    () -> new InProcessReplayStore(properties.replayEntries(), clock)));
    if (site != null) {
      return siteVerify(site, store, secrets, clock);
    }
    return proofOfWork(
        Property.required(PROOF_OF_WORK, work, "set '" + PROOF_OF_WORK + ".secret'."),
        store,
        secrets,
        clock);
  }

  private static ProofOfWork proofOfWork(
      ChallengeProperties.ProofOfWork properties,
      ReplayStore replays,
      ObjectProvider<Secrets> secrets,
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
    String secretName =
        secretName(
            PROOF_OF_WORK,
            properties.secret(),
            properties.secretName(),
            "set it to what 'openssl rand -base64 32' prints, the same for all instances.");
    String secret = PROOF_OF_WORK + (secretName == null ? ".secret" : ".secret-name");
    UnaryOperator<String> name =
        option -> option.equals("key") ? secret : PROOF_OF_WORK + "." + Property.dashed(option);
    return Property.options(
        name,
        () -> {
          ProofOfWork.Builder builder =
              ProofOfWork.builder()
                  .replays(replays)
                  .difficulty(properties.difficulty())
                  .maxDifficulty(properties.maxDifficulty())
                  .lifetime(properties.lifetime())
                  .clock(clock);
          if (secretName != null) {
            builder.keys(secrets.getObject().rotating(secretName, ChallengeKeys::of));
          } else {
            builder.keys(ChallengeKeys.ofBase64(properties.secret()));
          }
          return builder.build();
        });
  }

  private static SiteVerify siteVerify(
      ChallengeProperties.SiteVerify properties,
      ReplayStore replays,
      ObjectProvider<Secrets> secrets,
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
    String uri =
        Property.required(
            SITE_VERIFY + ".uri", properties.uri(), "set it to the provider's siteverify.");
    String secretName =
        secretName(
            SITE_VERIFY,
            properties.secret(),
            properties.secretName(),
            "set it to what the provider gave for the site, outside of any file that is checked"
                + " in.");
    List<String> hostnames =
        Property.required(
            SITE_VERIFY + ".hostnames",
            properties.hostnames().isEmpty() ? null : properties.hostnames(),
            "set it to the sites on which challenges may be solved, as www.example.com.");
    return Property.options(
        option -> SITE_VERIFY + "." + Property.dashed(option),
        () -> {
          SiteVerifyBuilder builder =
              new SiteVerifyBuilder()
                  .uri(uri)
                  .siteKey(properties.siteKey())
                  .action(properties.action())
                  .minScore(properties.minScore())
                  .maxAge(properties.maxAge())
                  .timeout(properties.timeout())
                  .replays(replays)
                  .clock(clock);
          hostnames.forEach(builder::hostname);
          if (secretName != null) {
            builder.secret(secrets.getObject().rotating(secretName, SecretVersions::current));
          } else {
            builder.secret(properties.secret());
          }
          return builder.build();
        });
  }

  /** The name that a secret is given by; null where the secret itself is given. */
  private static @Nullable String secretName(
      String prefix, @Nullable String secret, @Nullable String name, String fix) {
    if (name == null) {
      Property.required(prefix + ".secret", secret, fix);
    } else if (secret != null) {
      throw new StartUpException(
          "the properties '" + prefix + ".secret' and '" + prefix + ".secret-name' are both set",
          "keep one.");
    }
    return name;
  }
}
