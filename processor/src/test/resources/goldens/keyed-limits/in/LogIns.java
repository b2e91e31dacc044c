package dev.gatewright.login;

import static dev.gatewright.Counted.FAILED_AUTHENTICATIONS;
import static dev.gatewright.LimitKey.ADDRESS;
import static dev.gatewright.OnLimit.CHALLENGE;
import static dev.gatewright.OnOutage.IN_PROCESS;
import static dev.gatewright.Strategy.LEAKY_BUCKET;
import static dev.gatewright.Strategy.SLIDING_WINDOW;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;

class LogIns {

  @Public(reason = "Nobody is logged in before logging in.")
  @ValidatedInput(maxBodyBytes = 1_024)
  @RateLimited(
      permits = 20,
      per = "15m",
      count = FAILED_AUTHENTICATIONS,
      key = ADDRESS,
      onLimit = CHALLENGE)
  @RateLimited(
      permits = 5,
      per = "15m",
      count = FAILED_AUTHENTICATIONS,
      keyedBy = AccountOfLogIn.class,
      name = "account")
  @RateLimited(
      permits = 1_000,
      per = "1h",
      keyedBy = TenantOfLogIn.class,
      strategy = SLIDING_WINDOW,
      onOutage = IN_PROCESS)
  String logIn(@Valid Attempt attempt, String tenant) {
    return attempt.account();
  }

  @Public(reason = "Whoever has lost a password cannot log in.")
  @RateLimited(permits = 3, per = "1d", keyedBy = TenantOfLogIn.class)
  void reset(String tenant, String accountOfLogIn) {}

  @Secured(policies = OwnsDevice.class)
  @RateLimited(permits = 2, per = "1s", strategy = LEAKY_BUCKET, maxWait = "500ms")
  @RateLimited(
      permits = 10,
      per = "1m",
      keyedBy = OwnsDevice.class,
      strategy = LEAKY_BUCKET,
      burst = 3,
      maxWait = "2s",
      onLimit = CHALLENGE,
      onOutage = IN_PROCESS)
  void register(long device, String tenant) {}
}
