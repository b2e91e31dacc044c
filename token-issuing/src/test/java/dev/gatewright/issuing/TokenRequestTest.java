package dev.gatewright.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewright.runtime.caller.Confirmation;
import dev.gatewright.testing.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenRequestTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final TokenRequest ALICE = TokenRequest.of("alice");

  private static List<TokenRequest> requests() {
    return List.of(
        TokenRequest.of("alice"),
        TokenRequest.of("bob"),
        ALICE.withClientId("web"),
        ALICE.withRoles(List.of("customer")),
        ALICE.withScopes(List.of("customer")),
        ALICE.withAuthentication(null, List.of("pwd")),
        ALICE.withAuthentication(NOW, List.of()),
        ALICE.boundTo(new Confirmation(null, "jkt")));
  }

  @Test
  void requestsAreEqualByAllTheirParts() {
    Values.checkEquality(TokenRequestTest::requests);
    Values.checkText(TokenRequestTest::requests);
  }

  @Test
  void aRequestThatIsChangedKeepsItsOtherParts() {
    TokenRequest request =
        ALICE
            .withClientId("web")
            .withRoles(List.of("customer"))
            .withScopes(List.of("read"))
            .withAuthentication(NOW, List.of("pwd"))
            .boundTo(new Confirmation(null, "jkt"));

    assertThat(request.withClientId("other").withClientId("web")).isEqualTo(request);
    assertThat(request.subject()).isEqualTo("alice");
    assertThat(request.clientId()).isEqualTo("web");
    assertThat(request.roles()).containsExactly("customer");
    assertThat(request.scopes()).containsExactly("read");
    assertThat(request.authenticatedAt()).isEqualTo(NOW);
    assertThat(request.authenticationMethods()).containsExactly("pwd");
    assertThat(request.confirmation()).isEqualTo(new Confirmation(null, "jkt"));
  }

  @Test
  void aRequestDoesNotChangeWithTheListItWasMadeOf() {
    List<String> roles = new ArrayList<>(List.of("customer"));
    TokenRequest request = ALICE.withRoles(roles);

    roles.add("admin");

    assertThat(request.roles()).containsExactly("customer").isUnmodifiable();
  }

  @Test
  void aBlankSubjectAndAMalformedScopeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenRequest.of(" "))
        .withMessageContaining("needs a subject");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALICE.withScopes(List.of("a b")))
        .withMessageContaining("'a b' is no scope");
  }
}
