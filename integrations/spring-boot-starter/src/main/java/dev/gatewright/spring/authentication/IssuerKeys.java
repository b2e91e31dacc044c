package dev.gatewright.spring.authentication;

import dev.gatewright.authentication.jwt.JwkSetSource;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.KeySource;
import dev.gatewright.authentication.jwt.TrustedIssuer;
import dev.gatewright.authentication.jwt.VerificationKey;
import dev.gatewright.spring.startup.Property;
import dev.gatewright.spring.startup.StartUpException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.io.ResourceLoader;

/**
 * Gives an issuer its keys: those of its key set, also where it publishes where that is, those that
 * the properties hold, or those that a bean of the application knows.
 */
final class IssuerKeys {
  private static final Set<String> OWN_PROPERTIES =
      Set.of("algorithms", "refreshInterval", "maxStale");

  private final PemText pem;
  private final Map<String, KeySource> keySources;
  private final Supplier<@Nullable SslBundles> sslBundles;
  private final InstantSource clock;

  /**
   * @param resources finds keys by their location
   * @param keySources the application's own, by the names of their beans
   * @param sslBundles asked where an issuer names one
   */
  IssuerKeys(
      ResourceLoader resources,
      Map<String, KeySource> keySources,
      Supplier<@Nullable SslBundles> sslBundles,
      InstantSource clock) {
    this.pem = new PemText(resources);
    this.keySources = keySources;
    this.sslBundles = sslBundles;
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
    requireOneOf(name, properties);
    String jwksUri = properties.jwksUri();
    String keySource = properties.keySource();
    if (keySource != null) {
      issuer.keys(keySource(name, keySource));
      return;
    }
    if (properties.issuerUri() != null || jwksUri != null) {
      JwkSetSource source = keySet(name, properties);
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
                + ".issuer-uri, "
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

  private static void requireOneOf(String name, JwtProperties.Issuer properties) {
    List<String> set = new ArrayList<>();
    if (properties.issuerUri() != null) {
      set.add("issuer-uri");
    }
    if (properties.jwksUri() != null) {
      set.add("jwks-uri");
    }
    if (!properties.keys().isEmpty()) {
      set.add("keys");
    }
    if (properties.keySource() != null) {
      set.add("key-source");
    }
    if (set.size() > 1) {
      throw new StartUpException(
          "the properties '"
              + name
              + "."
              + set.get(0)
              + "' and '"
              + name
              + "."
              + set.get(1)
              + "' are both set",
          "keep one.");
    }
  }

  private KeySource keySource(String name, String bean) {
    KeySource source = keySources.get(bean);
    if (source == null) {
      throw new StartUpException(
          "the property '" + name + ".key-source' names '" + bean + "', which is no KeySource",
          "name a bean of type KeySource; there are " + keySources.keySet() + ".");
    }
    return source;
  }

  private JwkSetSource keySet(String name, JwtProperties.Issuer properties) {
    String issuerUri = properties.issuerUri();
    String address = name + (issuerUri != null ? ".issuer-uri" : ".jwks-uri");
    JwkSetSource.Builder source =
        issuerUri != null
            ? discovered(address, issuerUri.strip())
            : listed(name, address, properties);
    source.settingNames(option -> setting(name, option));
    if (properties.sslBundle() != null) {
      source.sslContext(trusting(name + ".ssl-bundle", properties.sslBundle()));
    }
    if (properties.refreshInterval() != null) {
      source.refreshInterval(properties.refreshInterval());
    }
    source.algorithms(properties.algorithms()).maxStale(properties.maxStale()).clock(clock);
    return Property.options(
        option -> OWN_PROPERTIES.contains(option) ? name + "." + Property.dashed(option) : address,
        source::build);
  }

  private static JwkSetSource.Builder discovered(String property, String issuerUri) {
    return Property.build(property, () -> JwkSetSource.issuerUri(issuerUri));
  }

  /** The property that an option is set by. */
  private static String setting(String name, String option) {
    return name + "." + (option.equals("sslContext") ? "ssl-bundle" : Property.dashed(option));
  }

  private SSLContext trusting(String property, String bundle) {
    SslBundles bundles = sslBundles.get();
    try {
      if (bundles != null) {
        return bundles.getBundle(bundle).createSslContext();
      }
    } catch (NoSuchSslBundleException absent) {
      // Is told below.
    } catch (RuntimeException broken) {
      throw new StartUpException(
          "the property '"
              + property
              + "' names the SSL bundle '"
              + bundle
              + "', which cannot be"
              + " read: "
              + broken.getMessage(),
          "correct the properties below 'spring.ssl.bundle' that have this name.");
    }
    throw new StartUpException(
        "the property '" + property + "' names '" + bundle + "', which is no SSL bundle",
        "define it, as by 'spring.ssl.bundle.pem."
            + bundle
            + ".truststore.certificate', the certificate of the authority.");
  }

  private static JwkSetSource.Builder listed(
      String name, String property, JwtProperties.Issuer properties) {
    Property.required(
        name + ".algorithms",
        properties.algorithms().isEmpty() ? null : properties.algorithms(),
        "set it to the algorithms the issuer signs with, such as ES256.");
    String jwksUri = Objects.requireNonNull(properties.jwksUri()).strip();
    return Property.build(
        property,
        () ->
            jwksUri.startsWith("file:")
                ? JwkSetSource.file(file(jwksUri))
                : JwkSetSource.uri(jwksUri));
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
        () ->
            VerificationKey.ofText(
                key.id(),
                algorithm,
                pem.of(name + ".public-key", text, "file:/run/keys/issuer.pem")));
  }
}
