package dev.gatewright.spring;

import dev.gatewright.runtime.auth.jwt.JwkSetSource;
import dev.gatewright.runtime.auth.jwt.JwtAlgorithm;
import dev.gatewright.runtime.auth.jwt.TrustedIssuer;
import dev.gatewright.runtime.auth.jwt.VerificationKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.springframework.core.io.ResourceLoader;

/** Gives an issuer its keys: those of its key set, or those that the properties hold. */
final class IssuerKeys {
  private static final int MAX_KEY_BYTES = 65_536;

  private final ResourceLoader resources;
  private final InstantSource clock;

  /**
   * @param resources finds keys by their location
   */
  IssuerKeys(ResourceLoader resources, InstantSource clock) {
    this.resources = resources;
    this.clock = clock;
  }

  /**
   * Gives them.
   *
   * @param name the properties of the issuer
   * @param sources takes what must be closed in the end
   */
  void give(
      String name,
      JwtProperties.Issuer properties,
      TrustedIssuer.Builder issuer,
      List<AutoCloseable> sources) {
    String jwksUri = properties.jwksUri();
    if (jwksUri != null) {
      requireNoKeysBeside(name, properties);
      JwkSetSource source = keySet(name, jwksUri.strip(), properties);
      sources.add(source);
      issuer.keys(source);
      return;
    }
    List<JwtProperties.Key> keys =
        Property.required(
            name + ".keys",
            properties.keys().isEmpty() ? null : properties.keys(),
            "set "
                + name
                + ".jwks-uri, or at least "
                + name
                + ".keys[0].algorithm and "
                + name
                + ".keys[0].secret or "
                + name
                + ".keys[0].public-key.");
    for (int i = 0; i < keys.size(); i++) {
      issuer.key(key(name + ".keys[" + i + "]", keys.get(i)));
    }
  }

  private static void requireNoKeysBeside(String name, JwtProperties.Issuer properties) {
    if (!properties.keys().isEmpty()) {
      throw new StartUpException(
          "the properties '" + name + ".jwks-uri' and '" + name + ".keys' are both set",
          "keep one.");
    }
  }

  private JwkSetSource keySet(String name, String jwksUri, JwtProperties.Issuer properties) {
    Property.required(
        name + ".algorithms",
        properties.algorithms().isEmpty() ? null : properties.algorithms(),
        "set it to the algorithms the issuer signs with, such as ES256.");
    JwkSetSource.Builder source =
        Property.build(
            name + ".jwks-uri",
            () ->
                jwksUri.startsWith("file:")
                    ? JwkSetSource.file(file(jwksUri))
                    : JwkSetSource.uri(jwksUri));
    return Property.options(
        option -> name + (option.equals("algorithms") ? ".algorithms" : ".jwks-uri"),
        source.algorithms(properties.algorithms()).clock(clock)::build);
  }

  private static Path file(String uri) {
    try {
      return Path.of(URI.create(uri));
    } catch (FileSystemNotFoundException elsewhere) {
      throw new IllegalArgumentException(
          "it names no file here. Fix: use file:/run/keys/jwks.json.");
    }
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
