package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header of a signed token (RFC 7515, section 4). It chooses among configured keys and nothing
 * else.
 *
 * @param algorithm {@code alg}, as the token claims it
 * @param keyId {@code kid}
 * @param isAccessToken whether {@code typ} says that this is an access token, and no other kind
 */
record JwtHeader(JwtAlgorithm algorithm, @Nullable String keyId, boolean isAccessToken) {

  /** Why an algorithm is refused, be it unknown or that of another key. */
  static final String WRONG_ALGORITHM = "the token's 'alg' is not what its key is configured for";

  /**
   * What would change how a token is read, or bring its own key: RFC 7515 (crit, jwk, jku, x5u,
   * x5c), RFC 7516 (enc, zip), RFC 7797 (b64), and a token inside the token (cty).
   */
  private static final List<String> REFUSED =
      List.of("crit", "b64", "zip", "enc", "jwk", "jku", "x5u", "x5c", "cty");

  /** RFC 9068, section 2.1. */
  private static final Set<String> ACCESS_TOKEN = Set.of("at+jwt", "application/at+jwt");

  /** RFC 7519, section 5.1: any kind of token. */
  private static final String ANY_JWT = "jwt";

  static JwtHeader parse(byte[] utf8) throws InvalidCredentialException {
    Map<String, @Nullable Object> members = StrictJson.readObject(utf8, "a part of the token");
    for (String name : REFUSED) {
      if (members.containsKey(name)) {
        throw new InvalidCredentialException("the token's header has a '" + name + "' member");
      }
    }
    String type = optionalString(members, "typ");
    String lowerCase = type == null ? ANY_JWT : type.toLowerCase(Locale.ROOT);
    boolean isAccessToken = ACCESS_TOKEN.contains(lowerCase);
    if (!isAccessToken && !lowerCase.equals(ANY_JWT)) {
      // ID tokens, logout tokens, DPoP proofs and the like, where they say so.
      throw new InvalidCredentialException("the token's 'typ' is not that of an access token");
    }
    String algorithm = optionalString(members, "alg");
    if (algorithm == null) {
      throw new InvalidCredentialException("the token's header has no 'alg'");
    }
    JwtAlgorithm known = JwtAlgorithm.ofHeader(algorithm);
    if (known == null) {
      throw new InvalidCredentialException(WRONG_ALGORITHM);
    }
    return new JwtHeader(known, optionalString(members, "kid"), isAccessToken);
  }

  private static @Nullable String optionalString(Map<String, @Nullable Object> members, String name)
      throws InvalidCredentialException {
    if (!members.containsKey(name)) {
      return null;
    }
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw new InvalidCredentialException("the token's '" + name + "' header is no string");
  }
}
