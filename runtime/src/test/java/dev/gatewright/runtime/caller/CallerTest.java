package dev.gatewright.runtime.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.gatewright.Scheme;
import dev.gatewright.testing.Values;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private static Caller.Builder alice() {
    return Caller.of(Scheme.BEARER, "https://issuer", "alice");
  }

  private static Caller.Builder everything() {
    return alice()
        .clientId("web")
        .credentialId("jti-1")
        .roles(Set.of("customer"))
        .scopes(Set.of("read"))
        .acr("high")
        .authenticatedAt(NOW)
        .issuedAt(NOW.plusSeconds(1))
        .expiresAt(NOW.plusSeconds(2))
        .confirmation(new Confirmation(null, "jkt"))
        .claims(Map.of("tenant", Set.of("acme")));
  }

  private static List<Caller> callers() {
    return List.of(
        alice().build(),
        Caller.of(Scheme.DPOP, "https://issuer", "alice").build(),
        Caller.of(Scheme.BEARER, "https://other", "alice").build(),
        Caller.of(Scheme.BEARER, "https://issuer", "bob").build(),
        alice().clientId("web").build(),
        alice().credentialId("jti-1").build(),
        alice().roles(Set.of("customer")).build(),
        alice().scopes(Set.of("customer")).build(),
        alice().mfa(true).build(),
        alice().acr("high").build(),
        alice().authenticatedAt(NOW).build(),
        alice().issuedAt(NOW).build(),
        alice().expiresAt(NOW).build(),
        alice().confirmation(new Confirmation(null, "jkt")).build());
  }

  @Test
  void callersAreEqualByAllTheirParts() {
    assertThat(callers()).doesNotHaveDuplicates().isEqualTo(callers()).hasSameHashCodeAs(callers());
    Values.checkText(CallerTest::callers);
  }

  @Test
  void chosenClaimsArePartOfACallerAndInNoText() {
    Caller caller = alice().claims(Map.of("tenant", Set.of("acme"))).build();

    assertThat(caller.claim("tenant")).containsExactly("acme");
    assertThat(caller.claim("plan")).isEmpty();
    Set<String> said = new HashSet<>(Set.of("a, claims=x"));
    Caller other = alice().claims(Map.of("tenant", said)).build();
    said.add("b");
    assertThat(other.claim("tenant")).containsExactly("a, claims=x").isUnmodifiable();
    assertThat(other).hasToString(alice().build().toString());
    assertThat(caller).isNotEqualTo(alice().build()).hasToString(alice().build().toString());
    assertThat(caller.withMfa().claim("tenant")).containsExactly("acme");
  }

  @Test
  void aCallerThatIsChangedKeepsItsOtherParts() {
    assertThat(everything().build().withMfa()).isEqualTo(everything().mfa(true).build());
    assertThat(everything().build().withScheme(Scheme.DPOP).withScheme(Scheme.BEARER))
        .isEqualTo(everything().build());
    assertThat(everything().build().withScheme(Scheme.DPOP).scheme()).isEqualTo(Scheme.DPOP);
  }

  @Test
  void aCallerDoesNotChangeWithTheSetsItWasMadeOf() {
    Set<String> roles = new HashSet<>(Set.of("customer"));
    Set<String> scopes = new HashSet<>(Set.of("read"));
    Caller caller = alice().roles(roles).scopes(scopes).build();

    roles.add("admin");
    scopes.add("write");

    assertThat(caller.roles()).containsExactly("customer").isUnmodifiable();
    assertThat(caller.scopes()).containsExactly("read").isUnmodifiable();
  }

  @Test
  void aCallerWithoutSubjectIsRefused() {
    assertThatNullPointerException()
        .isThrownBy(() -> Caller.of(Scheme.BEARER, "https://issuer", null).build());
  }
}
