package dev.gatewright.example.authorization.endpoint;

import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationToken;

/**
 * Tells a device that asks too often to slow down (RFC 8628, section 3.5), which Spring Security
 * leaves open. Its own provider answers everything else.
 */
final class DevicePolling implements AuthenticationProvider {
  private static final String SLOW_DOWN = "slow_down";

  /** One second less than the interval of section 3.2, as requests may be delayed unevenly. */
  private static final LimitPolicy POLLING =
      LimitPolicy.named("device-polling").permits(1, Duration.ofSeconds(4)).build();

  private final AuthenticationProvider deviceCodes;
  private final LimitGroup polling;

  DevicePolling(AuthenticationProvider deviceCodes, RateLimiter limiter) {
    this.deviceCodes = deviceCodes;
    this.polling = limiter.group(List.of(POLLING));
  }

  @Override
  public @Nullable Authentication authenticate(Authentication authentication) {
    OAuth2DeviceCodeAuthenticationToken poll = (OAuth2DeviceCodeAuthenticationToken) authentication;
    LimitCharge charge = polling.newCharge();
    charge.key(0, poll.getDeviceCode());
    if (!charge.acquire()) {
      throw new OAuth2AuthenticationException(SLOW_DOWN);
    }
    return deviceCodes.authenticate(authentication);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return deviceCodes.supports(authentication);
  }
}
