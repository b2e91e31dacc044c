package dev.gatewright.test;

import dev.gatewright.Scheme;
import org.jspecify.annotations.Nullable;

/** A credential of a test, as a request carries it. */
record Credential(String header, String value) {

  /**
   * Where credentials of a kind stand in a request.
   *
   * @param header name of the request header
   * @param prefix what comes before the token
   */
  record Place(String header, String prefix) {
    private static final String AUTHORIZATION = "Authorization";

    /** Stands for the certificate of a connection that a test does not make. */
    private static final String CERTIFICATE = "Gatewright-Test-Certificate";

    /**
     * Where an authenticator looks for them.
     *
     * @param header the one it reads; null where its credentials come with the connection
     */
    static Place of(Scheme scheme, @Nullable String header) {
      if (header == null) {
        return new Place(CERTIFICATE, "");
      }
      return header.equalsIgnoreCase(AUTHORIZATION)
          ? new Place(AUTHORIZATION, nameOf(scheme) + " ")
          : new Place(header, "");
    }

    /** Where Gatewright's own authenticator of that kind looks for them. */
    static Place usual(Scheme scheme) {
      return of(scheme, usualHeader(scheme));
    }

    private static @Nullable String usualHeader(Scheme scheme) {
      return switch (scheme) {
        case BEARER, DPOP -> AUTHORIZATION;
        case API_KEY -> "X-API-Key";
        case MUTUAL_TLS -> null;
      };
    }

    private static String nameOf(Scheme scheme) {
      return switch (scheme) {
        case BEARER -> "Bearer";
        case DPOP -> "DPoP";
        case API_KEY -> "ApiKey";
        case MUTUAL_TLS -> "Certificate";
      };
    }

    Credential credential(String token) {
      return new Credential(header, prefix + token);
    }

    /** The token in a value of the header; null where there is none. */
    @Nullable String tokenIn(String value) {
      return value.regionMatches(true, 0, prefix, 0, prefix.length())
          ? value.substring(prefix.length())
          : null;
    }
  }
}
