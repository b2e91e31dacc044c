package dev.gatewright.authentication.strict;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/**
 * The modulus of an RSA key, which may give its private key away. Immutable.
 *
 * <p>What cannot be seen in a public key is not found: primes from a bad source of random numbers,
 * as Debian's of 2008, or shared with keys that are not at hand.
 *
 * @param value the modulus
 */
public record RsaModulus(BigInteger value) {

  /** Least bits of a key that is believed (RFC 7518, section 3.3; NIST SP 800-131A). */
  public static final int MINIMUM_BITS = 2_048;

  /** Most bits, as each verification costs their square. */
  public static final int MAXIMUM_BITS = 8_192;

  private static final int MAXIMUM_EXPONENT_BITS = 64;

  /** Primes up to here are looked for (NIST SP 800-89, section 5.3.3). */
  private static final int SMALL_PRIMES = 752;

  /** Real keys with close primes (CVE-2022-26320) are found in fewer than 20. */
  private static final int FERMAT_ROUNDS = 64;

  private static final BigInteger SMALL_FACTORS = smallFactors();

  /** Which remainders squares leave: modulo 64, and modulo primes whose product is an int. */
  private static final boolean[][] SQUARES = squares(64, 3, 5, 7, 11, 13, 17, 19, 23);

  private static final BigInteger SQUARE_MODULUS = BigInteger.valueOf(111_546_435);

  private static BigInteger smallFactors() {
    BigInteger product = BigInteger.ONE;
    for (int prime = 3; prime < SMALL_PRIMES; prime += 2) {
      if (BigInteger.valueOf(prime).isProbablePrime(20)) {
        product = product.multiply(BigInteger.valueOf(prime));
      }
    }
    return product;
  }

  /**
   * What is wrong with a certificate's key, as a sentence goes on after "its key"; null where it is
   * no RSA key, or one that is strong as far as can be seen.
   */
  public static @Nullable String weaknessOf(PublicKey key) {
    if (!(key instanceof RSAPublicKey rsa)) {
      return null;
    }
    int bits = rsa.getModulus().bitLength();
    if (bits < MINIMUM_BITS || bits > MAXIMUM_BITS) {
      return "has " + bits + " bits";
    }
    if (!isSane(rsa.getPublicExponent())) {
      return "has an RSA exponent that secures nothing or costs much";
    }
    return new RsaModulus(rsa.getModulus()).weakness();
  }

  /** Whether a public exponent is odd, more than 2, and not so long that it costs much. */
  public static boolean isSane(BigInteger exponent) {
    return exponent.testBit(0)
        && exponent.compareTo(BigInteger.TWO) > 0
        && exponent.bitLength() <= MAXIMUM_EXPONENT_BITS;
  }

  /**
   * What is wrong with the modulus, as a sentence goes on after "the key"; null where nothing can
   * be seen. Takes well under a millisecond.
   */
  public @Nullable String weakness() {
    if (!value.testBit(0)) {
      return "has an even modulus";
    }
    if (!value.gcd(SMALL_FACTORS).equals(BigInteger.ONE)) {
      return "has a modulus with a small factor";
    }
    if (RocaFingerprint.matches(value)) {
      return "can be computed from its public half, as it is of the ROCA family (CVE-2017-15361)";
    }
    if (hasClosePrimes()) {
      return "has primes so close together that its modulus can be factored";
    }
    return null;
  }

  /** Fermat's method: looks for a square that exceeds the modulus by a square. */
  private boolean hasClosePrimes() {
    BigInteger root = squareRoot(value);
    if (root.multiply(root).compareTo(value) < 0) {
      root = root.add(BigInteger.ONE);
    }
    BigInteger excess = root.multiply(root).subtract(value);
    for (int i = 0; i < FERMAT_ROUNDS; i++) {
      if (isSquare(excess)) {
        return true;
      }
      excess = excess.add(root.shiftLeft(1)).add(BigInteger.ONE);
      root = root.add(BigInteger.ONE);
    }
    return false;
  }

  /**
   * The whole part of the square root, by Newton's method with twice the bits in each step (as
   * Python's {@code math.isqrt}): thirty times as fast as the platform's at these sizes.
   */
  private static BigInteger squareRoot(BigInteger number) {
    if (number.signum() == 0) {
      return BigInteger.ZERO;
    }
    int half = (number.bitLength() - 1) / 2;
    BigInteger root = BigInteger.ONE;
    int bits = 0;
    for (int shift = 31 - Integer.numberOfLeadingZeros(half); shift >= 0; shift--) {
      int fewer = bits;
      bits = half >> shift;
      root =
          root.shiftLeft(bits - fewer - 1)
              .add(number.shiftRight(2 * half - fewer - bits + 1).divide(root));
    }
    return root.multiply(root).compareTo(number) > 0 ? root.subtract(BigInteger.ONE) : root;
  }

  private static boolean isSquare(BigInteger number) {
    if (!canBeSquare(number)) {
      return false;
    }
    BigInteger root = squareRoot(number);
    return root.multiply(root).equals(number);
  }

  /** Tells nearly all other numbers apart by their remainders, at a hundredth of the cost. */
  private static boolean canBeSquare(BigInteger number) {
    if (!SQUARES[0][number.intValue() & (SQUARES[0].length - 1)]) {
      return false;
    }
    int remainder = number.mod(SQUARE_MODULUS).intValue();
    for (int i = 1; i < SQUARES.length; i++) {
      if (!SQUARES[i][remainder % SQUARES[i].length]) {
        return false;
      }
    }
    return true;
  }

  private static boolean[][] squares(int... moduli) {
    boolean[][] squares = new boolean[moduli.length][];
    for (int i = 0; i < moduli.length; i++) {
      squares[i] = new boolean[moduli[i]];
      for (int root = 0; root < moduli[i]; root++) {
        squares[i][root * root % moduli[i]] = true;
      }
    }
    return squares;
  }
}
