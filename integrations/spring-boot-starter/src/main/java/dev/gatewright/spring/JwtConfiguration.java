package dev.gatewright.spring;

import dev.gatewright.runtime.auth.jwt.JwtAccessTokens;
import dev.gatewright.runtime.auth.jwt.JwtAlgorithm;
import dev.gatewright.runtime.auth.jwt.TrustedIssuer;
import dev.gatewright.runtime.auth.jwt.VerificationKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ResourceLoader;

/** Makes what verifies JWT access tokens of the properties below {@code gatewright.jwt}. */
final class JwtConfiguration {
  private static final String ISSUERS = "gatewright.jwt.issuers";
  private static final int MAX_KEY_BYTES = 65_536;

  private final ResourceLoader resources;

  JwtConfiguration(ResourceLoader resources) {
    this.resources = resources;
  }

  JwtAccessTokens tokens(JwtProperties properties, InstantSource clock) {
    Map<String, JwtProperties.Issuer> issuers =
        Property.required(
            ISSUERS,
            properties.issuers().isEmpty() ? null : properties.issuers(),
            "name an issuer, with its issuer, audience and keys.");
    List<TrustedIssuer> trusted = new ArrayList<>();
    issuers.forEach(
        (name, issuer) ->
            trusted.add(issuer(ISSUERS + "." + name, issuer, properties.clockSkew(), clock)));
    return Property.build(
        ISSUERS, () -> new JwtAccessTokens(trusted, JwtAccessTokens.DEFAULT_MAX_TOKEN_LENGTH));
  }

  private TrustedIssuer issuer(
      String name, JwtProperties.Issuer properties, Duration clockSkew, InstantSource clock) {
    TrustedIssuer.Builder issuer = TrustedIssuer.builder().clock(clock);
    issuer.issuer(
        Property.required(
            name + ".issuer", properties.issuer(), "set it to what the issuer puts into 'iss'."));
    List<String> audience =
        Property.required(
            name + ".audience",
            properties.audience().isEmpty() ? null : properties.audience(),
            "set it to what the issuer puts into 'aud' for this API.");
    for (int i = 0; i < audience.size(); i++) {
      issuer.audience(
          Property.required(
              name + ".audience[" + i + "]", audience.get(i), "remove it or set it."));
    }
    List<JwtProperties.Key> keys =
        Property.required(
            name + ".keys",
            properties.keys().isEmpty() ? null : properties.keys(),
            "give at least "
                + name
                + ".keys[0].algorithm and "
                + name
                + ".keys[0].secret or "
                + name
                + ".keys[0].public-key.");
    for (int i = 0; i < keys.size(); i++) {
      issuer.key(key(name + ".keys[" + i + "]", keys.get(i)));
    }
    issuer
        .clockSkew(clockSkew)
        .maxLifetime(properties.maxLifetime())
        .rolesClaim(properties.rolesClaim());
    return Property.options(
        option ->
            option.equals("clockSkew")
                ? "gatewright.jwt.clock-skew"
                : name + "." + Property.dashed(option),
        issuer::build);
  }

  private VerificationKey key(String name, JwtProperties.Key key) {
    JwtAlgorithm algorithm =
        Property.required(
            name + ".algorithm",
            key.algorithm(),
            "set it to the one algorithm the issuer signs with, such as ES256.");
    String secret = key.secret();
    String publicKey = key.publicKey();
    if (secret != null && publicKey != null) {
      throw new StartUpException(
          "the properties '" + name + ".secret' and '" + name + ".public-key' are both set",
          "keep the one that " + algorithm.headerValue() + " needs.");
    }
    if (algorithm.name().startsWith("HS")) {
      String text =
          Property.required(
              name + ".secret", secret, "set it to what 'openssl rand -base64 64' prints.");
      return Property.build(
          name + ".secret", () -> VerificationKey.ofText(key.id(), algorithm, text));
    }
    String text =
        Property.required(
            name + ".public-key", publicKey, "set it to the issuer's public key or its location.");
    return Property.build(
        name + ".public-key",
        () -> VerificationKey.ofText(key.id(), algorithm, pem(name + ".public-key", text)));
  }

  private String pem(String name, String textOrLocation) {
    if (textOrLocation.strip().startsWith("-----")) {
      return textOrLocation;
    }
    try (var stream = resources.getResource(textOrLocation.strip()).getInputStream()) {
      return new String(stream.readNBytes(MAX_KEY_BYTES), StandardCharsets.US_ASCII);
    } catch (IOException unreadable) {
      throw new StartUpException(
          "the property '" + name + "' names a file that cannot be read",
          "give PEM text, or a location as file:/run/keys/issuer.pem that the application may"
              + " read.");
    }
  }
}
