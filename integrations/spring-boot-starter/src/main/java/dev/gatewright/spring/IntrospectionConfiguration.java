package dev.gatewright.spring;

import dev.gatewright.runtime.auth.introspection.IntrospectedTokens;
import dev.gatewright.runtime.auth.introspection.IntrospectedTokensBuilder;
import java.time.InstantSource;
import java.util.List;

/** Makes what introspects the tokens of the properties below {@code gatewright.introspection}. */
final class IntrospectionConfiguration {
  private static final String PREFIX = "gatewright.introspection.";

  private IntrospectionConfiguration() {}

  static IntrospectedTokens tokens(IntrospectionProperties properties, InstantSource clock) {
    IntrospectedTokensBuilder tokens =
        IntrospectedTokens.builder()
            .uri(
                Property.required(
                    PREFIX + "uri", properties.uri(), "set it to the introspection endpoint."))
            .clientId(
                Property.required(
                    PREFIX + "client-id",
                    properties.clientId(),
                    "set it to the id of a client that may introspect."))
            .issuer(
                Property.required(
                    PREFIX + "issuer", properties.issuer(), "set it to whose tokens these are."))
            .rolesClaim(properties.rolesClaim())
            .clientAsSubject(properties.clientAsSubject())
            .clockSkew(properties.clockSkew())
            .maxLifetime(properties.maxLifetime())
            .cacheFor(properties.cacheFor())
            .cacheSize(properties.cacheSize())
            .timeout(properties.timeout())
            .clock(clock);
    String secret =
        Property.required(
            PREFIX + "client-secret",
            properties.clientSecret(),
            "set it to the client's secret, outside of any file that is checked in.");
    List<String> audience =
        Property.required(
            PREFIX + "audience",
            properties.audience().isEmpty() ? null : properties.audience(),
            "set it to what the issuer puts into 'aud' for this API.");
    audience.forEach(tokens::audience);
    return Property.options(
        option -> PREFIX + Property.dashed(option), () -> tokens.clientSecret(secret).build());
  }
}
