package dev.gatewright.login;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.Passage;
import dev.gatewright.runtime.input.Violations;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link LogIns}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = LogIns.class,
    annotations = "af87d581a30d8ac4"
)
class LogInsGuard extends LogIns implements Guard {
  /**
   * LogIns.logIn: open to anybody (Nobody is logged in before logging in.); 20 failed
   * authentications per 15 minutes for each address (token bucket, then a challenge); 5 failed
   * authentications per 15 minutes for each key of AccountOfLogIn (token bucket); 1,000 per hour
   * for each key of TenantOfLogIn (sliding window, in process during an outage); validated, body
   * up to 1,024 bytes and 16 levels.
   */
  static final EndpointPolicy LOG_IN =
      EndpointPolicy.of(LogIns.class, "logIn", Attempt.class, String.class)
          .open("Nobody is logged in before logging in.")
          .limit(
              LimitPolicy.named("logIn")
                  .permits(20, Duration.ofMinutes(15))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.ADDRESS)
                  .counted(Counted.FAILED_AUTHENTICATIONS)
                  .onLimit(OnLimit.CHALLENGE)
                  .build())
          .limit(
              LimitPolicy.named("account")
                  .permits(5, Duration.ofMinutes(15))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.ARGUMENT)
                  .counted(Counted.FAILED_AUTHENTICATIONS)
                  .build())
          .limit(
              LimitPolicy.named("logIn-2")
                  .permits(1_000, Duration.ofHours(1))
                  .strategy(Strategy.SLIDING_WINDOW)
                  .key(LimitKey.ARGUMENT)
                  .onOutage(OnOutage.IN_PROCESS)
                  .build())
          .body(1_024, 16)
          .parameterNames("attempt", "tenant")
          .names("attempt", "tenant")
          .asks(AccountOfLogIn.class, "key", "attempt")
          .asks(TenantOfLogIn.class, "key", "tenant")
          .build();

  /**
   * LogIns.reset: open to anybody (Whoever has lost a password cannot log in.); 3 per day for each
   * key of TenantOfLogIn (token bucket).
   */
  static final EndpointPolicy RESET =
      EndpointPolicy.of(LogIns.class, "reset", String.class, String.class)
          .open("Whoever has lost a password cannot log in.")
          .limit(
              LimitPolicy.named("reset")
                  .permits(3, Duration.ofDays(1))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.ARGUMENT)
                  .build())
          .names("tenant", "accountOfLogIn")
          .asks(TenantOfLogIn.class, "key", "tenant")
          .build();

  /**
   * LogIns.register: policy OwnsDevice; 2 per second for each caller (leaky bucket, a call may
   * wait 500 milliseconds); 10 per minute for each key of OwnsDevice (leaky bucket, burst 3, a
   * call may wait 2 seconds, then a challenge, in process during an outage).
   */
  static final EndpointPolicy REGISTER =
      EndpointPolicy.of(LogIns.class, "register", long.class, String.class)
          .secured()
          .limit(
              LimitPolicy.named("register")
                  .permits(2, Duration.ofSeconds(1))
                  .strategy(Strategy.LEAKY_BUCKET)
                  .key(LimitKey.CALLER)
                  .maxWait(Duration.ofMillis(500))
                  .build())
          .limit(
              LimitPolicy.named("register-2")
                  .permits(10, Duration.ofMinutes(1))
                  .strategy(Strategy.LEAKY_BUCKET)
                  .key(LimitKey.ARGUMENT)
                  .burst(3)
                  .maxWait(Duration.ofSeconds(2))
                  .onLimit(OnLimit.CHALLENGE)
                  .onOutage(OnOutage.IN_PROCESS)
                  .build())
          .names("device", "tenant")
          .asks(OwnsDevice.class, "permits", "device", "tenant")
          .asks(OwnsDevice.class, "key", "device")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(LOG_IN, RESET, REGISTER);

  private final Gate gate;

  private final AccountOfLogIn accountOfLogIn2;

  private final TenantOfLogIn tenantOfLogIn;

  private final OwnsDevice ownsDevice;

  LogInsGuard(Gate gate, AccountOfLogIn accountOfLogIn2, TenantOfLogIn tenantOfLogIn,
      OwnsDevice ownsDevice) {
    this.gate = gate;
    this.accountOfLogIn2 = accountOfLogIn2;
    this.tenantOfLogIn = tenantOfLogIn;
    this.ownsDevice = ownsDevice;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  String logIn(Attempt attempt, String tenant) {
    // Checks transport, limits, authentication and access, which need no argument.
    Passage passage = gate.enter(LOG_IN);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.notNull("attempt", attempt);
    violations.check(this, new Object[] {attempt, tenant});
    violations.refuseIfAny();
    // Charges the limits that count by an argument: all of them, or none.
    passage.limitKey("account", accountOfLogIn2.key(attempt));
    passage.limitKey("logIn-2", tenantOfLogIn.key(tenant));
    passage.acquireLimits();
    return super.logIn(attempt, tenant);
  }

  @Override
  void reset(String tenant, String accountOfLogIn) {
    // Checks transport, limits, authentication and access, which need no argument.
    Passage passage = gate.enter(RESET);
    // Charges the limits that count by an argument: all of them, or none.
    passage.limitKey("reset", tenantOfLogIn.key(tenant));
    passage.acquireLimits();
    super.reset(tenant, accountOfLogIn);
  }

  @Override
  void register(long device, String tenant) {
    // Checks transport, limits, authentication and access, which need no argument.
    Passage passage = gate.enter(REGISTER);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.notNull("tenant", tenant);
    violations.refuseIfAny();
    // Charges the limits that count by an argument: all of them, or none.
    passage.limitKey("register-2", ownsDevice.key(passage.caller(), device));
    passage.acquireLimits();
    // Asks the policies whether the caller may use this object.
    passage.require("OwnsDevice", ownsDevice.permits(passage.caller(), device, tenant));
    super.register(device, tenant);
  }
}
