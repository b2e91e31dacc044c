package dev.gatewright.authentication.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.testing.TestKeys;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RsaModulusTest {

  /** As far as Fermat's method gets in a few rounds: the fourth root of the modulus. */
  private static final int PRIME_DISTANCE_BITS = 512;

  /** Of a key that a faulty device made, as the authors of the test published it. */
  private static final BigInteger PUBLISHED =
      new BigInteger(
          "9dcd7420e420c270a68060eb8b5aa7457a9f6648f86fafed2775cc1f79ae962f"
              + "1e63f1b9e51c55f9ea6fdc7332e9b0058c9ff2eb1fc89855029cf6aafe21e689"
              + "feb38ac9ffb12f1ce371bb5d0e9aae64161abce74b4244bf68f1edb4411f756a"
              + "097c8929c14740245ea355f8332d1aa36bb50c7dcb4505da8de02e4e53d38f8d"
              + "f06097da7524df0df93db48eac8cc4af2d3a16257eb2b2adca6ba464e5974fa9"
              + "2550d31b1babf161e7692d00b86e3dd886ecab4abfbe1a8f8cc263ff4af55cdb"
              + "45f4249a5193925f5e983d762f0b6800943eb0267b08f42ed311ce1f5c86eacb"
              + "c8ce4d3cb7a2fee1ef5641423a1cf4114e5ecf50034a60a412523af9e6f4aa11",
          16);

  @Test
  void aPublishedModulusOfTheRocaFamilyIsRecognized() {
    assertThat(new RsaModulus(PUBLISHED).weakness()).contains("CVE-2017-15361");
    assertThat(RocaFingerprint.matches(PUBLISHED)).isTrue();
  }

  @Test
  void moduliThatAreMadeAsTheFaultyLibraryDidAreRecognized() {
    for (int i = 0; i < 20; i++) {
      assertThat(new RsaModulus(modulus(WeakRsaKeys.roca())).weakness()).contains("ROCA");
    }
  }

  @Test
  void ofAThousandOthersNoneIsTakenForWeak() {
    List<BigInteger> primes = new ArrayList<>();
    for (int i = 0; i < 46; i++) {
      primes.add(WeakRsaKeys.prime());
    }
    int keys = 0;
    for (int i = 0; i < primes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(new RsaModulus(primes.get(i).multiply(primes.get(j))).weakness()).isNull();
        keys++;
      }
    }
    assertThat(keys).isGreaterThan(1_000);
    assertThat(new RsaModulus(modulus(TestKeys.RSA)).weakness()).isNull();
  }

  @Test
  void ofRandomNumbersNoneHasTheFingerprint() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      assertThat(RocaFingerprint.matches(new BigInteger(2_048, random))).isFalse();
    }
  }

  /** A power of the generator modulo each prime, but of no one power modulo all of them. */
  @Test
  void theExponentsMustAgree() {
    BigInteger three = BigInteger.valueOf(3);
    BigInteger product = BigInteger.ONE;
    BigInteger rest = BigInteger.ONE;
    for (BigInteger prime = three;
        prime.compareTo(BigInteger.valueOf(167)) <= 0;
        prime = prime.nextProbablePrime()) {
      // The exponent is 0 modulo 3 and 7, and 1 modulo all others.
      BigInteger wanted =
          prime.intValue() <= 7 ? BigInteger.ONE : BigInteger.valueOf(65_537).mod(prime);
      BigInteger missing = wanted.subtract(rest).multiply(product.modInverse(prime)).mod(prime);
      rest = rest.add(product.multiply(missing));
      product = product.multiply(prime);
    }
    assertThat(RocaFingerprint.matches(rest)).isFalse();
    assertThat(RocaFingerprint.matches(BigInteger.valueOf(65_537).pow(77))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 7, 167, 751})
  void aSmallFactorIsFound(int factor) {
    BigInteger composite = WeakRsaKeys.prime().multiply(BigInteger.valueOf(factor));
    assertThat(new RsaModulus(composite).weakness()).contains("small factor");
  }

  @Test
  void evenModuliAndSquaresAndNeighboursAreFound() {
    BigInteger prime = WeakRsaKeys.prime();
    assertThat(new RsaModulus(prime.shiftLeft(1)).weakness()).contains("even");
    assertThat(new RsaModulus(prime.pow(2)).weakness()).contains("so close together");
    assertThat(new RsaModulus(prime.multiply(prime.nextProbablePrime())).weakness())
        .contains("so close together");
    BigInteger near = prime.add(BigInteger.ONE.shiftLeft(PRIME_DISTANCE_BITS)).nextProbablePrime();
    assertThat(new RsaModulus(prime.multiply(near)).weakness()).contains("so close together");
  }

  private static BigInteger modulus(KeyPair pair) {
    return ((RSAPublicKey) pair.getPublic()).getModulus();
  }
}
