package dev.gatewright.spring.authentication;

import dev.gatewright.authentication.introspection.IntrospectedTokens;
import dev.gatewright.authentication.introspection.IntrospectedTokensBuilder;
import dev.gatewright.secret.SecretVersions;
import dev.gatewright.secret.Secrets;
import dev.gatewright.spring.startup.Property;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Makes what introspects the tokens of the properties below {@code gatewright.introspection}. */
final class IntrospectionConfiguration {
  private static final String PREFIX = "gatewright.introspection.";

  private IntrospectionConfiguration() {}

  /**
   * Makes it.
   *
   * @param secrets asked where the client's secret rotates
   */
  static IntrospectedTokens tokens(
      IntrospectionProperties properties, Supplier<Secrets> secrets, InstantSource clock) {
    IntrospectedTokensBuilder tokens =
        new IntrospectedTokensBuilder()
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
            .rolesClaims(properties.rolesClaim())
            .claims(properties.claims())
            .clientAsSubject(properties.clientAsSubject())
            .clockSkew(properties.clockSkew())
            .maxLifetime(properties.maxLifetime())
            .cacheFor(properties.cacheFor())
            .cacheSize(properties.cacheSize())
            .timeout(properties.timeout())
            .settingNames(option -> PREFIX + Property.dashed(option))
            .clock(clock);
    List<String> audience =
        Property.required(
            PREFIX + "audience",
            properties.audience().isEmpty() ? null : properties.audience(),
            "set it to what the issuer puts into 'aud' for this API.");
    audience.forEach(tokens::audience);
    giveSecret(properties, secrets, tokens);
    return Property.options(option -> PREFIX + Property.dashed(option), tokens::build);
  }

  private static void giveSecret(
      IntrospectionProperties properties,
      Supplier<Secrets> secrets,
      IntrospectedTokensBuilder tokens) {
    String name =
        Property.secretName(
            PREFIX + "client-secret",
            properties.clientSecret(),
            properties.clientSecretName(),
            "set it to the client's secret, outside of any file that is checked in.");
    if (name == null) {
      tokens.clientSecret(Objects.requireNonNull(properties.clientSecret()));
    } else {
      tokens.clientSecret(secrets.get().rotating(name, SecretVersions::current));
    }
  }
}
