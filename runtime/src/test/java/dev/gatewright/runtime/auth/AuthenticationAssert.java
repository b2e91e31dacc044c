package dev.gatewright.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

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
