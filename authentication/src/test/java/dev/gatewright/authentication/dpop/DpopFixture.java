package dev.gatewright.authentication.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.replay.InProcessReplayStore;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.Tokens;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** A DPoP authenticator with real tokens and a clock that tests set. */
final class DpopFixture {
  final AtomicReference<Instant> now = new AtomicReference<>(Tokens.NOW);
  final DpopAuthenticator authenticator = settings().build();

  DpopAuthenticator.Builder settings() {
    return DpopAuthenticator.builder()
        .tokens(Tokens.authenticator())
        .replays(new InProcessReplayStore(1_000, now::get))
        .origin("https://api.example")
        .clock(now::get);
  }

  static FakeExchange request() {
    return FakeExchange.from("203.0.113.7").overTls().requesting("GET", Proofs.PATH);
  }

  Authentication authenticate(String token, String... proofs) {
    return authenticate(authenticator, token, request(), proofs);
  }

  static Authentication authenticate(
      DpopAuthenticator authenticator, String token, FakeExchange exchange, String... proofs) {
    exchange.header("Authorization", "DPoP " + token);
    for (String proof : proofs) {
      exchange.header("DPoP", proof);
    }
    assertThat(authenticator.credentials(exchange)).containsExactly(token);
    return authenticator.authenticate(token, exchange);
  }

  /** What becomes of a proof with this claim changed. */
  Authentication withClaim(String name, String json) {
    String token = Proofs.boundToken();
    Map<String, String> claims = Proofs.with(Proofs.claims(token), name, json);
    return authenticate(token, Proofs.signed(Proofs.header(), claims));
  }

  static void assertProofRejected(Authentication authentication, String cause) {
    assertRejected(authentication, "invalid_dpop_proof", cause);
  }

  static void assertTokenRejected(Authentication authentication, String cause) {
    assertRejected(authentication, "invalid_token", cause);
  }

  private static void assertRejected(Authentication authentication, String error, String cause) {
    assertThat(authentication).isInstanceOf(Authentication.Rejected.class);
    Authentication.Rejected rejected = (Authentication.Rejected) authentication;
    assertThat(rejected.error()).isEqualTo(error);
    assertThat(rejected.cause()).contains(cause);
  }
}
