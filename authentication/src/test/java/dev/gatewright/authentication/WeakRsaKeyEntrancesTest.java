package dev.gatewright.authentication;

import static dev.gatewright.authentication.jwt.JwtAlgorithm.PS256;
import static dev.gatewright.authentication.jwt.JwtAlgorithm.RS256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.authentication.claim.CertificateBinding;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.authentication.jwt.VerificationKey;
import dev.gatewright.authentication.mtls.CertificateName;
import dev.gatewright.authentication.mtls.MutualTlsAuthenticator;
import dev.gatewright.authentication.strict.WeakRsaKeys;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.TestAuthority;
import dev.gatewright.testing.Tokens;
import java.security.Key;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in for an RSA key but those of JWK sets and of proofs, which have tests of theirs. */
class WeakRsaKeyEntrancesTest {
  private static final Map<String, KeyPair> PAIRS = WeakRsaKeys.all();
  private static final TestAuthority ROOT = TestAuthority.root("Root");

  static Stream<String> weaknesses() {
    return PAIRS.keySet().stream();
  }

  private static KeyPair pair(String weakness) {
    KeyPair pair = PAIRS.get(weakness);
    assertThat(pair).isNotNull();
    return pair;
  }

  @ParameterizedTest
  @MethodSource("weaknesses")
  void aConfiguredKeyIsRefused(String weakness) {
    KeyPair pair = pair(weakness);
    assertThatThrownBy(() -> VerificationKey.of(RS256, pair.getPublic()))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContainingAll(weakness, "make a new key pair");
    assertThatThrownBy(
            () -> VerificationKey.ofText("k", PS256, pem("PUBLIC KEY", pair.getPublic())))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining(weakness);
  }

  @ParameterizedTest
  @MethodSource("weaknesses")
  void aKeyThatSignsIsRefused(String weakness) {
    KeyPair pair = pair(weakness);
    assertThatThrownBy(() -> SigningKey.of("k", RS256, pair.getPrivate()))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining(weakness);
    assertThatThrownBy(() -> SigningKey.ofText("k", RS256, pem("PRIVATE KEY", pair.getPrivate())))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining(weakness);
    assertThatThrownBy(
            () -> VerificationKey.ofText("k", RS256, pem("PUBLIC KEY", pair.getPublic())))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining(weakness);
  }

  @ParameterizedTest
  @MethodSource("weaknesses")
  void aClientsCertificateIsRefused(String weakness) {
    Authentication authentication = authenticate(ROOT.clientWith(pair(weakness)));
    assertThat(authentication)
        .isInstanceOfSatisfying(
            Authentication.Rejected.class, it -> assertThat(it.cause()).contains(weakness));
  }

  @ParameterizedTest
  @MethodSource("weaknesses")
  void aCertificateOnItsWayToTheAuthorityIsRefused(String weakness) {
    if (weakness.equals("small factor")) {
      return; // It signs nothing that verifies.
    }
    TestAuthority weak = ROOT.intermediateWith(pair(weakness));
    assertThat(authenticate(weak.client("alice").certificate(), weak.certificate()))
        .isInstanceOf(Authentication.Rejected.class);
  }

  @ParameterizedTest
  @MethodSource("weaknesses")
  void aTrustedAuthorityIsRefusedAtTheStart(String weakness) {
    X509Certificate weak = ROOT.intermediateWith(pair(weakness)).certificate();
    assertThatThrownBy(() -> authenticator(weak))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContainingAll("CN=Weak", weakness);
  }

  @ParameterizedTest
  @MethodSource("weaknesses")
  void aTokenThatIsBoundToSuchACertificateIsRefused(String weakness) {
    X509Certificate holders = ROOT.clientWith(pair(weakness));
    String token =
        Tokens.signed(
            Tokens.claimsWith(
                "cnf", "{\"x5t#S256\":\"" + CertificateBinding.thumbprint(holders) + "\"}"));
    assertThat(
            new BearerAuthenticator(Tokens.authenticator())
                .authenticate(token, FakeExchange.from("203.0.113.7").showing(holders)))
        .isInstanceOf(Authentication.Rejected.class);
  }

  private static MutualTlsAuthenticator authenticator(X509Certificate authority) {
    return MutualTlsAuthenticator.builder()
        .trustedCertificate(authority)
        .name(CertificateName.SAN_URI)
        .anyClient()
        .clock(() -> TestAuthority.NOW)
        .build();
  }

  private static Authentication authenticate(X509Certificate... chain) {
    return authenticator(ROOT.certificate())
        .authenticate("", FakeExchange.from("203.0.113.7").showing(chain));
  }

  private static String pem(String kind, Key key) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
        + "\n-----END "
        + kind
        + "-----\n";
  }
}
