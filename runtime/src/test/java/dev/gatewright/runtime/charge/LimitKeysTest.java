package dev.gatewright.runtime.charge;

import static dev.gatewright.testing.GateFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.exchange.ClientAddress;
import dev.gatewright.testing.FakeExchange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose calls are counted together, and whose are not. */
class LimitKeysTest {
  @Test
  void tokensOfOneSubjectAreCountedTogether() {
    assertThat(key(LimitKey.CALLER, user("alice").credentialId("token-1")))
        .isEqualTo(key(LimitKey.CALLER, user("alice").credentialId("token-2")))
        .isNotEqualTo(key(LimitKey.CALLER, user("bob").credentialId("token-1")));
  }

  @Test
  void apiKeysOfOneSubjectAreCountedApartExceptByTheSubject() {
    assertThat(key(LimitKey.CALLER, apiKey("key-1")))
        .isNotEqualTo(key(LimitKey.CALLER, apiKey("key-2")));
    assertThat(key(LimitKey.API_KEY, apiKey("key-1")))
        .isNotEqualTo(key(LimitKey.API_KEY, apiKey("key-2")));
    assertThat(key(LimitKey.SUBJECT, apiKey("key-1")))
        .isEqualTo(key(LimitKey.SUBJECT, apiKey("key-2")))
        .isEqualTo(key(LimitKey.SUBJECT, user("alice")));
  }

  @Test
  void anOauthClientIsCountedWhoeverItActsForAndByItsIssuer() {
    assertThat(key(LimitKey.OAUTH_CLIENT, user("alice").clientId("shop")))
        .isEqualTo(key(LimitKey.OAUTH_CLIENT, user("bob").clientId("shop")))
        .isNotEqualTo(key(LimitKey.OAUTH_CLIENT, user("alice").clientId("bank")))
        .isNotEqualTo(
            key(
                LimitKey.OAUTH_CLIENT,
                Caller.of(Scheme.BEARER, "https://other.example", "alice").clientId("shop")));
  }

  @Test
  void aNameOfOneKindIsNobodysOfAnother() {
    Caller.Builder one =
        Caller.of(Scheme.API_KEY, "https://issuer.example", "x").credentialId("x").clientId("x");

    assertThat(
            List.of(
                key(LimitKey.CALLER, one),
                key(LimitKey.SUBJECT, one),
                key(LimitKey.OAUTH_CLIENT, one),
                key(LimitKey.CALLER, user("x"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void whoIsUnknownIsCountedByTheNetworkItCallsFrom() {
    for (LimitKey key : List.of(LimitKey.CALLER, LimitKey.ADDRESS)) {
      assertThat(key(key, "2001:db8:0:1::1"))
          .isEqualTo(key(key, "2001:db8:0:1:ffff::2"))
          .isNotEqualTo(key(key, "2001:db8:0:2::1"));
      assertThat(key(key, "203.0.113.7")).isNotEqualTo(key(key, "203.0.113.8"));
    }
  }

  @Test
  void everybodyIsCountedTogetherByAGlobalLimit() {
    assertThat(key(LimitKey.GLOBAL, user("alice")))
        .isEqualTo(key(LimitKey.GLOBAL, user("bob")))
        .isEqualTo(key(LimitKey.GLOBAL, "203.0.113.8"));
  }

  private String key(LimitKey key, Caller.Builder caller) {
    return key(key, "203.0.113.7", caller.build());
  }

  private String key(LimitKey key, String address) {
    return key(key, address, null);
  }

  private String key(LimitKey key, String address, @Nullable Caller caller) {
    return TierCheck.key(key, ClientAddress.of(FakeExchange.from(address).peer()), caller);
  }

  private static Caller.Builder apiKey(String id) {
    return Caller.of(Scheme.API_KEY, "https://issuer.example", "alice").credentialId(id);
  }
}
