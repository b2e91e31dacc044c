package dev.gatewright.spring.authentication;

import dev.gatewright.authentication.jwt.JwtAccessTokens;
import dev.gatewright.authentication.jwt.KeySource;
import dev.gatewright.authentication.jwt.TrustedIssuer;
import dev.gatewright.spring.startup.Property;
import dev.gatewright.spring.startup.StartUpProblems;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.io.ResourceLoader;

/** Makes what verifies JWT access tokens of the properties below {@code gatewright.jwt}. */
final class JwtConfiguration {
  private static final String ISSUERS = "gatewright.jwt.issuers";

  private final InstantSource clock;
  private final IssuerKeys keys;
  private final List<AutoCloseable> sources = new ArrayList<>();

  JwtConfiguration(
      ResourceLoader resources,
      Map<String, KeySource> keySources,
      Supplier<@Nullable SslBundles> sslBundles,
      InstantSource clock) {
    this.clock = clock;
    this.keys = new IssuerKeys(resources, keySources, sslBundles, clock);
  }

  /** What must be closed in the end. */
  List<AutoCloseable> sources() {
    return sources;
  }

  JwtAccessTokens tokens(JwtProperties properties) {
    Map<String, JwtProperties.Issuer> issuers =
        Property.required(
            ISSUERS,
            properties.issuers().isEmpty() ? null : properties.issuers(),
            "name an issuer, with its issuer-uri and audience, or its issuer, audience and keys.");
    JwtAccessTokens.Builder tokens = JwtAccessTokens.builder();
    StartUpProblems problems = new StartUpProblems();
    issuers.forEach(
        (name, issuer) ->
            problems.collect(
                () -> tokens.issuer(issuer(ISSUERS + "." + name, issuer, properties.clockSkew()))));
    problems.throwIfAny();
    tokens.cacheSize(properties.cacheSize());
    return Property.options(
        option -> option.equals("cacheSize") ? "gatewright.jwt.cache-size" : ISSUERS,
        tokens::build);
  }

  private TrustedIssuer issuer(String name, JwtProperties.Issuer properties, Duration clockSkew) {
    TrustedIssuer.Builder issuer = TrustedIssuer.builder().clock(clock);
    StartUpProblems problems = new StartUpProblems();
    problems.collect(() -> issuer.issuer(issuerName(name, properties)));
    problems.collect(() -> giveAudience(name, properties, issuer));
    problems.collect(() -> keys.give(name, properties, issuer, sources));
    problems.throwIfAny();
    issuer
        .settingNames(option -> setting(name, properties, option))
        .clockSkew(clockSkew)
        .maxLifetime(properties.maxLifetime())
        .rolesClaims(properties.rolesClaim())
        .claims(properties.claims())
        .clientAsSubject(properties.clientAsSubject());
    return Property.options(option -> setting(name, properties, option), issuer::build);
  }

  /** The property that an option is set by. */
  private static String setting(String name, JwtProperties.Issuer properties, String option) {
    return switch (option) {
      case "clockSkew" -> "gatewright.jwt.clock-skew";
      case "issuer" -> name + (properties.issuerUri() == null ? ".issuer" : ".issuer-uri");
      default -> name + "." + Property.dashed(option);
    };
  }

  private static void giveAudience(
      String name, JwtProperties.Issuer properties, TrustedIssuer.Builder issuer) {
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
  }

  private static String issuerName(String name, JwtProperties.Issuer properties) {
    String issuerUri = properties.issuerUri();
    if (issuerUri == null) {
      return Property.required(
          name + ".issuer",
          properties.issuer(),
          "set it to what the issuer puts into 'iss', or, where the issuer publishes metadata, set "
              + name
              + ".issuer-uri alone.");
    }
    Property.atMostOne(
        name + ".issuer-uri",
        issuerUri,
        name + ".issuer",
        properties.issuer(),
        "keep issuer-uri, which is compared with 'iss', too.");
    return issuerUri.strip();
  }
}
