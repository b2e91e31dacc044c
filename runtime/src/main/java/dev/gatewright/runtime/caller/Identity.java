package dev.gatewright.runtime.caller;

import java.util.Objects;

/**
 * Who a caller acts for, as one value to compare and to store. A subject alone names nobody: it is
 * unique with its issuer only (RFC 7519, section 4.1.2), and another issuer's {@code alice} is
 * somebody else.
 *
 * @param issuer who vouches: a token's {@code iss}, the name of the key store, or what the
 *     certificates' issuer is called
 * @param subject a token's {@code sub}, the owner of an API key, or a certificate's name
 */
public record Identity(String issuer, String subject) {

  /** Both are compared character by character, in the case they have. */
  public Identity {
    Objects.requireNonNull(issuer);
    Objects.requireNonNull(subject);
  }
}
