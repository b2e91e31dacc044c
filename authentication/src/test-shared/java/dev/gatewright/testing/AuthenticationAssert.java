package dev.gatewright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Caller;

/** Says what became of a credential. */
public final class AuthenticationAssert {
  private AuthenticationAssert() {}

  public static Caller accepted(Authentication authentication) {
    assertThat(authentication).isInstanceOf(Authentication.Accepted.class);
    return ((Authentication.Accepted) authentication).caller();
  }

  public static void assertRejected(Authentication authentication, String cause) {
    assertThat(authentication).isInstanceOf(Authentication.Rejected.class);
    assertThat(((Authentication.Rejected) authentication).cause()).contains(cause);
  }
}
