package dev.gatewright.authentication.strict;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Map;

/** RSA key pairs of 2048 bits whose private halves can be computed from their public ones. */
public final class WeakRsaKeys {
  private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PRIME_BITS = 1_024;

  /** The product of the first 126 primes, which the faulty library used for this size. */
  private static final BigInteger PRIMORIAL = primorial(126);

  private WeakRsaKeys() {}

  /** Pairs by what is wrong with them. */
  public static Map<String, KeyPair> all() {
    return Map.of(
        "ROCA", roca(), "so close together", closePrimes(), "small factor", smallFactor());
  }

  /** Made as the library did that CVE-2017-15361 is about. */
  public static KeyPair roca() {
    return pair(rocaPrime(), rocaPrime());
  }

  /** The second prime is the next after the first (CVE-2022-26320). */
  public static KeyPair closePrimes() {
    BigInteger prime = prime();
    return pair(prime, prime.nextProbablePrime());
  }

  /** Three primes, one of which is 751. */
  public static KeyPair smallFactor() {
    return pair(BigInteger.valueOf(751), prime().multiply(prime()).shiftRight(8).setBit(0));
  }

  /**
   * A prime of the right size with its two highest bits set, so that a product has all its bits.
   */
  static BigInteger prime() {
    BigInteger prime = BigInteger.ZERO;
    while (prime.bitLength() != PRIME_BITS) {
      prime =
          new BigInteger(PRIME_BITS, RANDOM)
              .setBit(PRIME_BITS - 1)
              .setBit(PRIME_BITS - 2)
              .nextProbablePrime();
    }
    return prime;
  }

  private static BigInteger rocaPrime() {
    int freeBits = PRIME_BITS - PRIMORIAL.bitLength();
    while (true) {
      BigInteger factor = new BigInteger(freeBits, RANDOM).setBit(freeBits - 1);
      BigInteger power = EXPONENT.modPow(new BigInteger(64, RANDOM), PRIMORIAL);
      BigInteger candidate = factor.multiply(PRIMORIAL).add(power);
      if (candidate.testBit(PRIME_BITS - 1)
          && candidate.testBit(PRIME_BITS - 2)
          && candidate.isProbablePrime(40)) {
        return candidate;
      }
    }
  }

  private static BigInteger primorial(int primes) {
    BigInteger product = BigInteger.ONE;
    BigInteger prime = BigInteger.ONE;
    for (int i = 0; i < primes; i++) {
      prime = prime.nextProbablePrime();
      product = product.multiply(prime);
    }
    return product;
  }

  private static KeyPair pair(BigInteger p, BigInteger q) {
    try {
      BigInteger modulus = p.multiply(q);
      List<BigInteger> less = List.of(p.subtract(BigInteger.ONE), q.subtract(BigInteger.ONE));
      BigInteger inverse = EXPONENT.modInverse(less.get(0).multiply(less.get(1)));
      KeyFactory factory = KeyFactory.getInstance("RSA");
      return new KeyPair(
          factory.generatePublic(new RSAPublicKeySpec(modulus, EXPONENT)),
          factory.generatePrivate(
              new RSAPrivateCrtKeySpec(
                  modulus,
                  EXPONENT,
                  inverse,
                  p,
                  q,
                  inverse.mod(less.get(0)),
                  inverse.mod(less.get(1)),
                  q.modInverse(p))));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
