package dev.gatewright.authentication.jwt;

import java.math.BigInteger;
import java.security.spec.EdECPoint;
import java.util.Set;

/**
 * Whether a point may be somebody's key: on the curve of Ed25519 (RFC 8032, section 5.1), written
 * the one canonical way, and not one of the eight points under which forged signatures verify.
 */
final class Ed25519Point {
  private static final BigInteger P =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger D =
      BigInteger.valueOf(-121_665).multiply(BigInteger.valueOf(121_666).modInverse(P)).mod(P);

  /** The y of two points of order eight; the other two have its negative. */
  static final BigInteger ORDER_EIGHT =
      new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16);

  private static final Set<BigInteger> SMALL_ORDER =
      Set.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          P.subtract(BigInteger.ONE),
          ORDER_EIGHT,
          P.subtract(ORDER_EIGHT));

  private Ed25519Point() {}

  static boolean isKey(EdECPoint point) {
    BigInteger y = point.getY();
    if (y.signum() < 0 || y.compareTo(P) >= 0 || SMALL_ORDER.contains(y)) {
      return false;
    }
    BigInteger ySquared = y.multiply(y);
    BigInteger xSquared =
        ySquared
            .subtract(BigInteger.ONE)
            .multiply(D.multiply(ySquared).add(BigInteger.ONE).modInverse(P))
            .mod(P);
    return isSquare(xSquared);
  }

  /** Euler's criterion. */
  private static boolean isSquare(BigInteger number) {
    return number.modPow(P.shiftRight(1), P).equals(BigInteger.ONE);
  }
}
