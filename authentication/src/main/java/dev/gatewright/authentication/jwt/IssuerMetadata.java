package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.http.ServerUri;
import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.runtime.option.InvalidOptionException;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an issuer publishes about itself (RFC 8414, section 2; OpenID Connect Discovery 1.0, section
 * 3), as far as it is needed to verify tokens. Immutable.
 *
 * @param jwksUri {@code jwks_uri}
 * @param algorithms what the issuer's keys are used with
 */
record IssuerMetadata(ServerUri jwksUri, KeyAlgorithms algorithms) {
  private static final String ALGORITHMS = "id_token_signing_alg_values_supported";

  /** As OpenID Connect demands it of all (Discovery 1.0, section 3). */
  private static final Set<JwtAlgorithm> USUAL = Set.of(JwtAlgorithm.RS256);

  private static final int MAX_QUOTED = 256;

  /**
   * Reads metadata.
   *
   * @param utf8 the text, whose length the caller has bounded
   * @param issuer whose they must be, character by character
   * @throws InvalidCredentialException if they are another issuer's, or cannot be used
   */
  static IssuerMetadata read(byte[] utf8, ExpectedIssuer issuer) throws InvalidCredentialException {
    Claims metadata = Claims.read(utf8, "the metadata");
    String found = metadata.requiredText("issuer");
    if (!found.equals(issuer.value())) {
      throw new InvalidCredentialException(issuer.mismatch(quoted(found)));
    }
    return new IssuerMetadata(
        jwksUri(metadata.requiredText("jwks_uri"), issuer), algorithms(metadata));
  }

  private static ServerUri jwksUri(String text, ExpectedIssuer issuer)
      throws InvalidCredentialException {
    ServerUri uri;
    try {
      uri = ServerUri.of("jwks_uri", text);
    } catch (InvalidOptionException e) {
      throw new InvalidCredentialException(
          "the metadata cannot be used, found '" + quoted(text) + "': " + e.getMessage());
    }
    if (issuer.isHttps() && !"https".equalsIgnoreCase(uri.value().getScheme())) {
      throw new InvalidCredentialException(
          "the metadata cannot be used, found '"
              + quoted(text)
              + "': the 'jwks_uri' of an https issuer is plain HTTP. Fix: publish the keys over"
              + " https");
    }
    return uri;
  }

  private static KeyAlgorithms algorithms(Claims metadata) throws InvalidCredentialException {
    Set<String> names = metadata.textOrTexts(ALGORITHMS);
    if (names.isEmpty()) {
      return KeyAlgorithms.said(USUAL);
    }
    Set<JwtAlgorithm> algorithms = EnumSet.noneOf(JwtAlgorithm.class);
    for (String name : names) {
      JwtAlgorithm algorithm = JwtAlgorithm.ofHeader(name);
      if (algorithm != null && KeyAlgorithms.ASYMMETRIC.contains(algorithm)) {
        algorithms.add(algorithm);
      }
    }
    if (algorithms.isEmpty()) {
      throw new InvalidCredentialException(
          "the metadata has the '"
              + ALGORITHMS
              + "' "
              + quoted(names.toString())
              + ", none of which has a public key that is known here. Fix: sign with RS256 or"
              + " ES256, at the provider");
    }
    return KeyAlgorithms.said(algorithms);
  }

  private static String quoted(String text) {
    return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "...";
  }
}
