package dev.gatewright.authentication.strict;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Recognizes the RSA moduli whose private keys can be computed as their primes were made from
 * powers of 65537 (CVE-2017-15361; Nemec and others, "The Return of Coppersmith's Attack", 2017,
 * section 3.2): modulo the product of all odd primes up to 167 such a modulus is itself a power of
 * 65537. One of any other origin is with a probability of 2^-154.
 */
final class RocaFingerprint {
  private static final int GENERATOR = 65_537;
  private static final int LARGEST_PRIME = 167;
  private static final int NO_POWER = -1;

  /**
   * The powers of the generator modulo a prime.
   *
   * @param exponents for each remainder the exponent that gives it, or {@link #NO_POWER}
   * @param order how many different powers there are
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Powers(BigInteger prime, int[] exponents, int order) {

    static Powers modulo(int prime) {
      int[] exponents = new int[prime];
      Arrays.fill(exponents, NO_POWER);
      int power = 1;
      int exponent = 0;
      while (exponents[power] == NO_POWER) {
        exponents[power] = exponent++;
        power = (int) ((long) power * GENERATOR % prime);
      }
      return new Powers(BigInteger.valueOf(prime), exponents, exponent);
    }

    int exponentOf(BigInteger number) {
      return exponents[number.mod(prime).intValue()];
    }
  }

  private static final List<Powers> POWERS = powers();
  private static final BigInteger PRODUCT =
      POWERS.stream().map(Powers::prime).reduce(BigInteger.ONE, BigInteger::multiply);

  private RocaFingerprint() {}

  private static List<Powers> powers() {
    List<Powers> powers = new ArrayList<>();
    for (int prime = 3; prime <= LARGEST_PRIME; prime += 2) {
      if (BigInteger.valueOf(prime).isProbablePrime(20)) {
        powers.add(Powers.modulo(prime));
      }
    }
    return List.copyOf(powers);
  }

  /** Whether a modulus is one of these. */
  static boolean matches(BigInteger modulus) {
    BigInteger remainder = modulus.mod(PRODUCT);
    int[] exponents = new int[POWERS.size()];
    for (int i = 0; i < exponents.length; i++) {
      exponents[i] = POWERS.get(i).exponentOf(remainder);
      if (exponents[i] == NO_POWER) {
        return false;
      }
    }
    return areOfOneExponent(exponents);
  }

  /** Whether one exponent leaves these modulo the orders (the Chinese remainder theorem). */
  private static boolean areOfOneExponent(int[] exponents) {
    for (int i = 0; i < exponents.length; i++) {
      for (int j = 0; j < i; j++) {
        int common = greatestCommonDivisor(POWERS.get(i).order(), POWERS.get(j).order());
        if ((exponents[i] - exponents[j]) % common != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static int greatestCommonDivisor(int one, int other) {
    return other == 0 ? one : greatestCommonDivisor(other, one % other);
  }
}
