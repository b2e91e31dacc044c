package dev.gatewright.authentication.jwt;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the keys of a set may be used with. Immutable.
 *
 * @param named algorithms that a key may name as its own, and is then used with only
 * @param others algorithms that keys which name none are used with
 */
record KeyAlgorithms(Set<JwtAlgorithm> named, Set<JwtAlgorithm> others) {

  /** All whose keys can be published: neither {@code none}, which does not exist here, nor HS. */
  static final Set<JwtAlgorithm> ASYMMETRIC =
      Collections.unmodifiableSet(EnumSet.range(JwtAlgorithm.RS256, JwtAlgorithm.EDDSA));

  /**
   * Each for keys of one curve, which can be used with nothing else; so it does not matter that
   * metadata leave them out, as Spring Authorization Server's do.
   */
  private static final Set<JwtAlgorithm> OF_CURVES =
      Collections.unmodifiableSet(EnumSet.range(JwtAlgorithm.ES256, JwtAlgorithm.EDDSA));

  /** These and no others, whatever keys say of themselves. */
  static KeyAlgorithms only(Set<JwtAlgorithm> algorithms) {
    return new KeyAlgorithms(algorithms, algorithms);
  }

  /**
   * For keys of a provider that signs with these: RSA keys that name no algorithm are used with
   * those of them that are for RSA, keys of a curve with the algorithm of their curve.
   */
  static KeyAlgorithms said(Set<JwtAlgorithm> algorithms) {
    Set<JwtAlgorithm> others = EnumSet.copyOf(OF_CURVES);
    others.addAll(algorithms);
    return new KeyAlgorithms(ASYMMETRIC, Collections.unmodifiableSet(others));
  }
}
