package dev.gatewright.runtime.auth.jwt;

import dev.gatewright.runtime.strict.InvalidCredentialException;
import dev.gatewright.runtime.strict.StrictJson;
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
 */
record JwtHeader(String algorithm, @Nullable String keyId) {

  /**
   * What would change how a token is read, or bring its own key: RFC 7515 (crit, jwk, jku, x5u,
   * x5c), RFC 7516 (enc, zip), RFC 7797 (b64), and a token inside the token (cty).
   */
  private static final List<String> REFUSED =
      List.of("crit", "b64", "zip", "enc", "jwk", "jku", "x5u", "x5c", "cty");

  /**
   * RFC 7519, section 5.1, and RFC 9068, section 2.1. Others are ID tokens, proofs and the like.
   */
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  static JwtHeader parse(byte[] utf8) throws InvalidCredentialException {
    Map<String, @Nullable Object> members = StrictJson.readObject(utf8, "a part of the token");
    for (String name : REFUSED) {
      if (members.containsKey(name)) {
        throw new InvalidCredentialException("the token's header has a '" + name + "' member");
      }
    }
    String type = optionalString(members, "typ");
    if (type != null && !TYPES.contains(type.toLowerCase(Locale.ROOT))) {
      throw new InvalidCredentialException("the token's 'typ' is not that of an access token");
    }
    String algorithm = optionalString(members, "alg");
    if (algorithm == null) {
      throw new InvalidCredentialException("the token's header has no 'alg'");
    }
    return new JwtHeader(algorithm, optionalString(members, "kid"));
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
