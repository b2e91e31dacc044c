package dev.gatewright.spring;

import dev.gatewright.runtime.auth.JwtAlgorithm;
import dev.gatewright.runtime.auth.JwtAuthenticator;
import dev.gatewright.runtime.auth.JwtSettings;
import dev.gatewright.runtime.auth.VerificationKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.springframework.core.io.ResourceLoader;

/** Makes the authenticator of bearer tokens of the properties below {@code gatewright.jwt}. */
final class BearerAuthentication {
  private static final String JWT = "gatewright.jwt";
  private static final int MAX_KEY_BYTES = 65_536;

  private final ResourceLoader resources;

  BearerAuthentication(ResourceLoader resources) {
    this.resources = resources;
  }

  JwtAuthenticator authenticator(JwtProperties properties, InstantSource clock) {
    JwtSettings.Builder settings = JwtSettings.builder().clock(clock);
    settings.issuer(
        Property.required(
            JWT + ".issuer", properties.issuer(), "set it to what the issuer puts into 'iss'."));
    List<String> audience =
        Property.required(
            JWT + ".audience",
            properties.audience().isEmpty() ? null : properties.audience(),
            "set it to what the issuer puts into 'aud' for this API.");
    for (int i = 0; i < audience.size(); i++) {
      settings.audience(
          Property.required(JWT + ".audience[" + i + "]", audience.get(i), "remove it or set it."));
    }
    List<JwtProperties.Key> keys =
        Property.required(
            JWT + ".keys",
            properties.keys().isEmpty() ? null : properties.keys(),
            "give at least "
                + JWT
                + ".keys[0].algorithm and "
                + JWT
                + ".keys[0].secret or "
                + JWT
                + ".keys[0].public-key.");
    for (int i = 0; i < keys.size(); i++) {
      settings.key(key(JWT + ".keys[" + i + "]", keys.get(i)));
    }
    properties.mfaAcrValues().forEach(settings::mfaAcrValue);
    Property.build(JWT + ".clock-skew", () -> settings.clockSkew(properties.clockSkew()));
    settings.maxLifetime(properties.maxLifetime()).rolesClaim(properties.rolesClaim());
    return new JwtAuthenticator(Property.build(JWT, settings::build));
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
