package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors know every property. */
class MetadataTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gatewright.realm",
        "gatewright.exemptions",
        "gatewright.jwt.issuers",
        "gatewright.jwt.clock-skew",
        "gatewright.jwt.cache-size",
        "gatewright.introspection.uri",
        "gatewright.introspection.client-id",
        "gatewright.introspection.client-secret",
        "gatewright.introspection.client-secret-name",
        "gatewright.introspection.issuer",
        "gatewright.introspection.audience",
        "gatewright.introspection.cache-for",
        "gatewright.step-up.acr-values",
        "gatewright.step-up.mfa-from",
        "gatewright.api-keys.pepper",
        "gatewright.api-keys.pepper-name",
        "gatewright.api-keys.keys",
        "gatewright.transport.https",
        "gatewright.transport.trusted-proxies",
        "gatewright.transport.client-certificate-header",
        "gatewright.transport.ipv6-prefix",
        "gatewright.dpop.origins",
        "gatewright.dpop.algorithms",
        "gatewright.dpop.max-age",
        "gatewright.dpop.clock-skew",
        "gatewright.dpop.replay-entries",
        "gatewright.mutual-tls.trusted-certificates",
        "gatewright.mutual-tls.name",
        "gatewright.mutual-tls.clients",
        "gatewright.mutual-tls.any-client",
        "gatewright.mutual-tls.issuer",
        "gatewright.challenge.proof-of-work.secret",
        "gatewright.challenge.proof-of-work.secret-name",
        "gatewright.challenge.proof-of-work.difficulty",
        "gatewright.challenge.proof-of-work.max-difficulty",
        "gatewright.challenge.proof-of-work.lifetime",
        "gatewright.challenge.site-verify.uri",
        "gatewright.challenge.site-verify.secret-name",
        "gatewright.challenge.site-verify.hostnames",
        "gatewright.challenge.site-verify.action",
        "gatewright.challenge.replay-entries",
        "gatewright.limits.slots",
        "gatewright.limits.eviction",
        "gatewright.redis.uris",
        "gatewright.redis.fingerprint-secret-name",
        "gatewright.redis.leased",
        "gatewright.limits.headers",
        "gatewright.limits.held-calls",
        "gatewright.limits.overrides",
        "gatewright.limits.refresh-interval",
        "gatewright.input.unknown-query-parameters",
        "gatewright.input.refuse-unknown-query-parameters-of",
        "gatewright.input.ignore-unknown-query-parameters-of",
        "gatewright.input.known-query-parameters",
        "gatewright.input.content-encodings",
        "gatewright.input.replaced-json-converters",
        "gatewright.secrets.directory",
        "gatewright.secrets.refresh-interval",
        "gatewright.secrets.overlap"
      })
  void aPropertyIsDescribed(String name) throws IOException {
    try (InputStream metadata =
        GatewrightAutoConfiguration.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      assertThat(new String(metadata.readAllBytes(), StandardCharsets.UTF_8))
          .containsPattern("\"name\": \"" + name + "\",\\s+\"type\": [^}]*\"description\": ");
    }
  }
}
