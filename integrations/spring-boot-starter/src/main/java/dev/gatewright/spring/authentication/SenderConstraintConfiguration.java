package dev.gatewright.spring.authentication;

import dev.gatewright.authentication.AccessTokens;
import dev.gatewright.authentication.certificate.CertificateHeader;
import dev.gatewright.authentication.certificate.ClientCertificates;
import dev.gatewright.authentication.dpop.DpopAuthenticator;
import dev.gatewright.authentication.mtls.MutualTlsAuthenticator;
import dev.gatewright.authentication.replay.InProcessReplayStore;
import dev.gatewright.authentication.replay.ReplayStore;
import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.spring.GatewrightAutoConfiguration;
import dev.gatewright.spring.startup.ConditionalOnAnyProperty;
import dev.gatewright.spring.startup.Property;
import dev.gatewright.spring.startup.StartUpException;
import dev.gatewright.spring.transport.TransportProperties;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/**
 * What proves that the sender of a credential has a key: TLS client certificates, and DPoP proofs,
 * of the properties below {@code gatewright.mutual-tls} and {@code gatewright.dpop}.
 */
@Configuration(proxyBeanMethods = false)
class SenderConstraintConfiguration {
  private static final String DPOP = "gatewright.dpop.";

  private final AuthenticationProperties properties;

  SenderConstraintConfiguration(AuthenticationProperties properties) {
    this.properties = properties;
  }

  @Bean
  @ConditionalOnMissingBean(ClientCertificates.class)
  ClientCertificates gatewrightClientCertificates(
      TrustedProxies proxies, TransportProperties transport) {
    CertificateHeader header = properties.transport().clientCertificateHeader();
    if (header != CertificateHeader.NONE && transport.trustedProxies().isEmpty()) {
      throw new StartUpException(
          "the property 'gatewright.transport.client-certificate-header' is set, but no proxy is"
              + " trusted to write that header",
          "set 'gatewright.transport.trusted-proxies' to the addresses of the proxies, or remove"
              + " the property.");
    }
    return ClientCertificates.behind(proxies, header);
  }

  @Bean
  @ConditionalOnAnyProperty("gatewright.mutual-tls")
  @ConditionalOnMissingBean(MutualTlsAuthenticator.class)
  MutualTlsAuthenticator gatewrightMutualTlsAuthenticator(
      ClientCertificates certificates,
      ResourceLoader resources,
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
    return new MutualTlsAuthentication(resources)
        .authenticator(Objects.requireNonNull(properties.mutualTls()), certificates, clock);
  }

  @Bean
  @ConditionalOnAnyProperty("gatewright.dpop")
  @ConditionalOnMissingBean(ReplayStore.class)
  ReplayStore gatewrightReplayStore(
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
    return Property.build(
        DPOP + "replay-entries", () -> new InProcessReplayStore(dpop().replayEntries(), clock));
  }

  @Bean
  @ConditionalOnAnyProperty("gatewright.dpop")
  @ConditionalOnMissingBean(DpopAuthenticator.class)
  DpopAuthenticator gatewrightDpopAuthenticator(
      ObjectProvider<AccessTokens> tokens,
      ReplayStore replays,
      ClientCertificates certificates,
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
    AccessTokens verifier = tokens.getIfAvailable();
    if (verifier == null) {
      throw new StartUpException(
          "the property 'gatewright.dpop' is set, but the property 'gatewright.jwt.issuers' is"
              + " missing, and so is 'gatewright.introspection.uri': there are no access tokens"
              + " that a proof could belong to",
          "set one of them for access tokens, or remove 'gatewright.dpop'.");
    }
    Property.required(
        DPOP + "origins",
        dpop().origins().isEmpty() ? null : dpop().origins(),
        "set it to where clients reach this API, as https://api.example.com.");
    return Property.options(
        option -> DPOP + Property.dashed(option),
        () -> {
          DpopAuthenticator.Builder builder =
              DpopAuthenticator.builder()
                  .tokens(verifier)
                  .replays(replays)
                  .certificates(certificates)
                  .algorithms(dpop().algorithms())
                  .maxAge(dpop().maxAge())
                  .clockSkew(dpop().clockSkew())
                  .clock(clock);
          dpop().origins().forEach(builder::origin);
          return builder.build();
        });
  }

  private DpopProperties dpop() {
    return Objects.requireNonNull(properties.dpop());
  }
}
