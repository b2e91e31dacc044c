package dev.gatewright.authentication.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gatewright.authentication.claim.ClaimsCheck;
import dev.gatewright.authentication.claim.ClaimsPolicy;
import dev.gatewright.authentication.claim.ReadClaims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Whatever an issuer says of a token is a caller of this issuer and audience, or is refused. */
class IntrospectionFuzzTest {
  private static final String ISSUER = "https://id.example";
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final ClaimsCheck CHECK =
      new ClaimsCheck(
          new ClaimsPolicy(
              ISSUER,
              Set.of("https://api.example"),
              SKEW,
              Duration.ofHours(24),
              new ReadClaims(List.of("roles"), List.of("tenant", "address.country")),
              () -> Tokens.NOW));

  @FuzzTest
  void answer(byte[] input) {
    IntrospectionResponse response;
    try {
      response = IntrospectionResponse.read(input);
    } catch (InvalidCredentialException refused) {
      assertThat(refused.reason()).isNotBlank();
      return;
    }
    for (boolean clientAsSubject : List.of(true, false)) {
      try {
        Caller caller = CHECK.check(response.claims(ISSUER, clientAsSubject), "sha256:opaque");
        assertThat(caller.issuer()).isEqualTo(ISSUER);
        assertThat(caller.subject()).isNotBlank();
        assertThat(caller.expiresAt()).isAfter(Tokens.NOW.minus(SKEW));
      } catch (InvalidCredentialException refused) {
        assertThat(refused.reason()).isNotBlank();
      }
    }
  }
}
