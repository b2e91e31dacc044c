package dev.gatewright.spring.challenge;

import dev.gatewright.authentication.replay.InProcessReplayStore;
import dev.gatewright.authentication.replay.ReplayStore;
import dev.gatewright.challenge.ChallengeKeys;
import dev.gatewright.challenge.ProofOfWork;
import dev.gatewright.challenge.SiteVerify;
import dev.gatewright.challenge.SiteVerifyBuilder;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.secret.SecretVersions;
import dev.gatewright.secret.Secrets;
import dev.gatewright.spring.GatewrightAutoConfiguration;
import dev.gatewright.spring.startup.ConditionalOnAnyProperty;
import dev.gatewright.spring.startup.Property;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Makes the challenge of the properties below {@code gatewright.challenge}. An application that
 * sets another kind of challenge defines a {@link Challenger} of its own.
 */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(after = GatewrightAutoConfiguration.class)
@ConditionalOnBean(GatewrightAutoConfiguration.class)
@ConditionalOnClass(ProofOfWork.class)
@EnableConfigurationProperties(ChallengeProperties.class)
class ChallengeConfiguration {
  private static final String PROOF_OF_WORK = "gatewright.challenge.proof-of-work";
  private static final String SITE_VERIFY = "gatewright.challenge.site-verify";

  @Bean
  @ConditionalOnAnyProperty({PROOF_OF_WORK, SITE_VERIFY})
  @ConditionalOnMissingBean(Challenger.class)
  Challenger gatewrightChallenger(
      ChallengeProperties properties,
      ObjectProvider<ReplayStore> replays,
      ObjectProvider<Secrets> secrets,
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
    ChallengeProperties.ProofOfWork work = properties.proofOfWork();
    ChallengeProperties.SiteVerify site = properties.siteVerify();
    Property.atMostOne(
        PROOF_OF_WORK,
        work,
        SITE_VERIFY,
        site,
        "keep one: a refused client is given one kind of challenge.");
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
        Property.secretName(
            PROOF_OF_WORK + ".secret",
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
        Property.secretName(
            SITE_VERIFY + ".secret",
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
}
