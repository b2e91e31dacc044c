package dev.gatewright.authentication.dpop;

import static dev.gatewright.authentication.dpop.DpopFixture.assertProofRejected;
import static dev.gatewright.authentication.dpop.DpopFixture.assertTokenRejected;
import static dev.gatewright.authentication.dpop.DpopFixture.authenticate;
import static dev.gatewright.authentication.dpop.DpopFixture.request;
import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Scheme;
import dev.gatewright.authentication.BearerAuthenticator;
import dev.gatewright.authentication.claim.CertificateBinding;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.replay.InProcessReplayStore;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.Confirmation;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.TestAuthority;
import dev.gatewright.testing.TestJwks;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DpopAuthenticatorTest {
  private final DpopFixture fixture = new DpopFixture();

  @Test
  void theHolderOfTheKeyMayUseTheToken() {
    String token = Proofs.boundToken();
    Caller caller = accepted(fixture.authenticate(token, Proofs.right(token)));
    assertThat(caller.scheme()).isEqualTo(Scheme.DPOP);
    assertThat(caller.subject()).isEqualTo("alice");
    assertThat(caller.confirmation()).isEqualTo(new Confirmation(null, Proofs.thumbprint()));
  }

  @Test
  void aRequestThatHadToWaitIsNotAskedForItsProofAgain() {
    String token = Proofs.boundToken();
    FakeExchange request = request();
    accepted(authenticate(fixture.authenticator, token, request, Proofs.right(token)));
    fixture.now.set(Tokens.NOW.plusSeconds(600));

    Caller again = accepted(fixture.authenticator.authenticateAgain(token, request));

    assertThat(again.scheme()).isEqualTo(Scheme.DPOP);
    assertProofRejected(fixture.authenticator.authenticate(token, request), "proof");
  }

  @Test
  void aTokenThatIsNotAcceptedAnyMoreIsNotAcceptedAgain() {
    AtomicReference<Authentication> verdict =
        new AtomicReference<>(
            new Authentication.Accepted(
                Caller.of(Scheme.BEARER, "https://issuer.example", "alice")
                    .confirmation(new Confirmation(null, Proofs.thumbprint()))
                    .build()));
    DpopAuthenticator authenticator = fixture.settings().tokens(text -> verdict.get()).build();
    FakeExchange request = request();
    String token = Proofs.boundToken();
    accepted(authenticate(authenticator, token, request, Proofs.right(token)));
    verdict.set(new Authentication.Rejected("the key was withdrawn"));

    assertTokenRejected(authenticator.authenticateAgain(token, request), "withdrawn");
  }

  @Test
  void theCredentialIsReadFromTheAuthorizationHeader() {
    DpopAuthenticator authenticator = fixture.authenticator;
    assertThat(authenticator.scheme()).isEqualTo(Scheme.DPOP);
    assertThat(authenticator.header()).isEqualTo("Authorization");
    assertThat(authenticator.challenge()).isEqualTo("DPoP algs=\"RS256 PS256 ES256 EdDSA\"");
    assertThat(authenticator.credentials(request().header("Authorization", "dpop abc")))
        .containsExactly("abc");
    assertThat(authenticator.credentials(request().header("Authorization", "Bearer abc")))
        .isEmpty();
    assertThat(authenticator.credentials(request().header("DPoP", "abc"))).isEmpty();
  }

  /** RFC 9449, section 7.1. */
  @Test
  void theStandardsOwnExampleIsAccepted() {
    String token = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";
    String thumbprint = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";
    String proof =
        "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6Ik"
            + "VDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCR"
            + "nMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JE"
            + "QSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIj"
            + "oiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0Z"
            + "WRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNF"
            + "c05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71E"
            + "OptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA";
    fixture.now.set(Instant.ofEpochSecond(1_562_262_618));
    DpopAuthenticator authenticator =
        fixture
            .settings()
            .origin("https://resource.example.org")
            .tokens(
                text ->
                    new Authentication.Accepted(
                        Caller.of(Scheme.BEARER, "https://server.example.com", "someone")
                            .confirmation(new Confirmation(null, thumbprint))
                            .build()))
            .build();
    accepted(
        authenticate(
            authenticator, token, request().requesting("GET", "/protectedresource"), proof));
  }

  @Test
  void keysOfEveryAcceptedAlgorithmProve() {
    for (JwtAlgorithm algorithm : DpopAuthenticator.DEFAULT_ALGORITHMS) {
      Map<String, String> jwk =
          switch (algorithm) {
            case ES256 -> TestJwks.ec(TestKeys.P256);
            case EDDSA -> TestJwks.okp(TestKeys.ED25519);
            default -> TestJwks.rsa(TestKeys.RSA);
          };
      String token = Proofs.boundToken(Proofs.thumbprint(jwk));
      String proof =
          Proofs.signed(
              TestKeys.signing(algorithm),
              Proofs.header(algorithm.headerValue(), jwk),
              Proofs.claims(token));
      accepted(fixture.authenticate(token, proof));
    }
  }

  /** As where a proxy serves this API below a path, and takes that away. */
  @Test
  void anOriginMayHaveThePrefixThatAProxyTakesAway() {
    DpopAuthenticator below =
        DpopAuthenticator.builder()
            .tokens(Tokens.authenticator())
            .replays(new InProcessReplayStore(1_000, fixture.now::get))
            .origin("https://api.example/bank")
            .clock(fixture.now::get)
            .build();

    String token = Proofs.boundToken();
    String uriOfClients = "https://api.example/bank" + Proofs.PATH;
    accepted(authenticate(below, token, request(), proofFor(token, uriOfClients)));
    for (String uri :
        new String[] {
          "https://api.example" + Proofs.PATH,
          "https://api.example/other" + Proofs.PATH,
          "https://api.example/bank",
          "https://api.example.evil/bank" + Proofs.PATH
        }) {
      assertProofRejected(
          authenticate(below, token, request(), proofFor(token, uri)), "for another URI");
    }
  }

  private static String proofFor(String token, String uri) {
    return Proofs.signed(
        Proofs.header(), Proofs.with(Proofs.claims(token), "htu", '"' + uri + '"'));
  }

  @Test
  void exactlyOneProofIsDemanded() {
    String token = Proofs.boundToken();
    assertProofRejected(fixture.authenticate(token), "0 DPoP headers");
    assertProofRejected(
        fixture.authenticate(token, Proofs.right(token), Proofs.right(token)), "2 DPoP headers");
    assertProofRejected(
        fixture.authenticate(token, Proofs.right(token) + ", " + Proofs.right(token)), "segments");
  }

  @Test
  void aProofIsUsedOnce() {
    String token = Proofs.boundToken();
    String proof = Proofs.right(token);
    accepted(fixture.authenticate(token, proof));
    assertProofRejected(fixture.authenticate(token, proof), "used before");
    accepted(fixture.authenticate(token, Proofs.right(token)));
  }

  @Test
  void aProofIsUsedOnceEvenAtTheLastInstantItCounts() {
    String token = Proofs.boundToken();
    String proof = Proofs.right(token);
    accepted(fixture.authenticate(token, proof));
    fixture.now.set(Tokens.NOW.plusSeconds(60));
    assertProofRejected(fixture.authenticate(token, proof), "used before");
    fixture.now.set(Tokens.NOW.plusSeconds(60).plusNanos(1));
    assertProofRejected(fixture.authenticate(token, proof), "too old");
  }

  /** As a shared store's may, or that of the same process after a pause between two looks at it. */
  @Test
  void aProofIsUsedOnceWhereTheStoresClockIsAhead() {
    DpopAuthenticator authenticator =
        fixture
            .settings()
            .replays(new InProcessReplayStore(10, () -> fixture.now.get().plusSeconds(9)))
            .build();
    String token = Proofs.boundToken();
    String proof = Proofs.right(token);
    accepted(authenticate(authenticator, token, request(), proof));
    fixture.now.set(Tokens.NOW.plusSeconds(60));
    assertProofRejected(authenticate(authenticator, token, request(), proof), "used before");
  }

  @Test
  void anIdThatIsUsedAgainInAnotherProofIsAReplay() {
    String token = Proofs.boundToken();
    Map<String, String> claims = Proofs.claims(token);
    accepted(fixture.authenticate(token, Proofs.signed(Proofs.header(), claims)));
    // ECDSA is randomised: another signature, and another time, but the same id.
    assertProofRejected(
        fixture.authenticate(
            token,
            Proofs.signed(
                Proofs.header(), Proofs.with(claims, "iat", "" + (Tokens.NOW_SECONDS - 1)))),
        "used before");
  }

  @Test
  void nobodyUsesUpTheProofsOfAnother() {
    String token = Proofs.boundToken();
    Map<String, String> claims = Proofs.claims(token);
    Map<String, String> otherJwk = TestJwks.okp(TestKeys.ED25519);
    String otherToken = Proofs.boundToken(Proofs.thumbprint(otherJwk));
    accepted(
        fixture.authenticate(
            otherToken,
            Proofs.signed(
                TestKeys.signing(JwtAlgorithm.EDDSA),
                Proofs.header("EdDSA", otherJwk),
                Proofs.with(Proofs.claims(otherToken), "jti", claims.get("jti")))));
    accepted(fixture.authenticate(token, Proofs.signed(Proofs.header(), claims)));
  }

  @Test
  void aRefusedProofIsNotUsedUp() {
    String token = Proofs.boundToken();
    String proof = Proofs.right(token);
    assertProofRejected(
        authenticate(
            fixture.authenticator, token, request().requesting("POST", Proofs.PATH), proof),
        "method");
    accepted(fixture.authenticate(token, proof));
  }

  @Test
  void ofManyRequestsWithOneProofOneIsAccepted() throws Exception {
    String token = Proofs.boundToken();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 20; round++) {
        String proof = Proofs.right(token);
        Callable<Authentication> request = () -> fixture.authenticate(token, proof);
        List<Future<Authentication>> answers =
            threads.invokeAll(java.util.Collections.nCopies(16, request));
        int acceptances = 0;
        for (Future<Authentication> answer : answers) {
          acceptances += answer.get() instanceof Authentication.Accepted ? 1 : 0;
        }
        assertThat(acceptances).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aReplayStoreThatFailsIsNoReasonToAccept() {
    DpopAuthenticator authenticator =
        fixture
            .settings()
            .replays(
                (key, until) -> {
                  throw new IllegalStateException("down");
                })
            .build();
    String token = Proofs.boundToken();
    assertThat(authenticate(authenticator, token, request(), Proofs.right(token)))
        .isInstanceOf(Authentication.Undecidable.class);
  }

  @Test
  void aTokenThatIsBoundToNoKeyIsNoDpopToken() {
    String token = Tokens.signed(Tokens.claims());
    assertTokenRejected(fixture.authenticate(token, Proofs.right(token)), "not bound");
  }

  @Test
  void aTokenOfAnotherKeysHolderIsOfNoUse() {
    String token = Proofs.boundToken(Proofs.thumbprint(TestJwks.okp(TestKeys.ED25519)));
    assertTokenRejected(fixture.authenticate(token, Proofs.right(token)), "another key");
  }

  @Test
  void aBoundTokenIsNoBearerToken() {
    String token = Proofs.boundToken();
    assertTokenRejected(
        new BearerAuthenticator(Tokens.authenticator())
            .authenticate(token, request().header("DPoP", Proofs.right(token))),
        "DPoP");
  }

  @Test
  void aTokenThatIsWrongByItselfIsRefusedWithItsOwnReason() {
    String expired = Tokens.signed(Tokens.claimsWith("exp", "" + (Tokens.NOW_SECONDS - 3_600)));
    assertTokenRejected(fixture.authenticate(expired, Proofs.right(expired)), "expired");
    assertTokenRejected(fixture.authenticate("junk", Proofs.right("junk")), "segments");
  }

  @Test
  void aTokenThatIsBoundToACertificateAsWellNeedsBoth() {
    TestAuthority authority = TestAuthority.root("Root");
    X509Certificate certificate = authority.client("alice").certificate();
    String token =
        Tokens.signed(
            Tokens.claimsWith(
                "cnf",
                "{\"jkt\":\""
                    + Proofs.thumbprint()
                    + "\",\"x5t#S256\":\""
                    + CertificateBinding.thumbprint(certificate)
                    + "\"}"));
    assertTokenRejected(fixture.authenticate(token, Proofs.right(token)), "certificate");
    assertTokenRejected(
        authenticate(
            fixture.authenticator,
            token,
            request().showing(authority.client("alice").certificate()),
            Proofs.right(token)),
        "certificate");
    accepted(
        authenticate(
            fixture.authenticator, token, request().showing(certificate), Proofs.right(token)));
  }

  @Test
  void onlyConfiguredAlgorithmsProve() {
    DpopAuthenticator authenticator =
        fixture.settings().algorithms(Set.of(JwtAlgorithm.EDDSA)).build();
    assertThat(authenticator.challenge()).isEqualTo("DPoP algs=\"EdDSA\"");
    String token = Proofs.boundToken();
    assertProofRejected(
        authenticate(authenticator, token, request(), Proofs.right(token)), "'alg'");
  }
}
