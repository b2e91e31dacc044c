package dev.gatewright.authentication.introspection;

import dev.gatewright.authentication.claim.ClientAsSubject;
import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictJson;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the issuer says of a token (RFC 7662, section 2.2).
 *
 * @param active {@code active}
 * @param members all members
 */
record IntrospectionResponse(boolean active, Map<String, @Nullable Object> members) {

  /** RFC 6749, section 7.1, and RFC 9449, section 5. */
  private static final Set<String> TOKEN_TYPES = Set.of("bearer", "dpop");

  /** What issuers add to tell access tokens from refresh and ID tokens, which are active too. */
  private static final Set<String> KINDS =
      Set.of("access_token", "bearer", "dpop", "jwt", "at+jwt", "application/at+jwt");

  /**
   * Reads a response.
   *
   * @throws InvalidCredentialException if it is no such response, which is the issuer's fault
   */
  static IntrospectionResponse read(byte[] json) throws InvalidCredentialException {
    Map<String, @Nullable Object> members =
        StrictJson.readObject(json, "the introspection response");
    boolean active = new Claims(members, "the introspection response").requiredBoolean("active");
    return new IntrospectionResponse(active, members);
  }

  /**
   * The claims of an active token. Which issuer it is from is known, as it was the one that was
   * asked: only another {@code iss} than that is a contradiction.
   *
   * @param clientAsSubject whether a token without {@code sub} speaks for its client
   * @throws InvalidCredentialException if it is no access token
   */
  Claims claims(String issuer, boolean clientAsSubject) throws InvalidCredentialException {
    Map<String, @Nullable Object> completed = new LinkedHashMap<>(members);
    if (!completed.containsKey("iss")) {
      completed.put("iss", issuer);
    }
    Claims claims = new Claims(completed, "the token");
    require(claims, "token_type", TOKEN_TYPES);
    require(claims, "token_use", KINDS);
    require(claims, "typ", KINDS);
    return clientAsSubject ? ClientAsSubject.of(claims) : claims;
  }

  private static void require(Claims claims, String name, Set<String> permitted)
      throws InvalidCredentialException {
    String value = claims.text(name);
    if (value != null && !permitted.contains(value.toLowerCase(Locale.ROOT))) {
      throw new InvalidCredentialException(
          "the token's '" + name + "' is not that of an access token");
    }
  }

  @Override
  public String toString() {
    return "IntrospectionResponse[active=" + active + "]";
  }
}
