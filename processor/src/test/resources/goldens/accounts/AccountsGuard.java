package dev.gatewright.example;

import dev.gatewright.LimitKey;
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
import java.util.UUID;
import javax.annotation.processing.Generated;

/** Guards {@link Accounts}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Accounts.class,
    annotations = "7e5213075cab4839"
)
class AccountsGuard extends Accounts implements Guard {
  /**
   * GET /accounts/{id}: role customer; scope accounts:read; policy OwnsAccount; 60 per minute for
   * each caller (token bucket).
   */
  static final EndpointPolicy FIND =
      EndpointPolicy.of(Accounts.class, "find", UUID.class)
          .route("GET", "/accounts/{id}")
          .secured()
          .anyRole("customer")
          .allScopes("accounts:read")
          .limit(
              LimitPolicy.named("find")
                  .permits(60, Duration.ofMinutes(1))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.CALLER)
                  .build())
          .names("id")
          .asks(OwnsAccount.class, "permits", "id")
          .build();

  /**
   * POST /accounts/{id}/transfers: role customer; scope transfers:write; policy OwnsAccount; MFA;
   * authenticated no more than 5 minutes ago; 5 per minute for each caller (leaky bucket); 100 per
   * day for each caller (fixed window); validated, body up to 4,096 bytes and 16 levels.
   */
  static final EndpointPolicy TRANSFER =
      EndpointPolicy.of(Accounts.class, "transfer", UUID.class, Transfer.class)
          .route("POST", "/accounts/{id}/transfers")
          .secured()
          .anyRole("customer")
          .allScopes("transfers:write")
          .mfa()
          .maxAuthAge(Duration.ofMinutes(5))
          .limit(
              LimitPolicy.named("transfer")
                  .permits(5, Duration.ofMinutes(1))
                  .strategy(Strategy.LEAKY_BUCKET)
                  .key(LimitKey.CALLER)
                  .build())
          .limit(
              LimitPolicy.named("transfer-2")
                  .permits(100, Duration.ofDays(1))
                  .strategy(Strategy.FIXED_WINDOW)
                  .key(LimitKey.CALLER)
                  .build())
          .body(4_096, 16)
          .parameterNames("id", "transfer")
          .names("id", "transfer")
          .asks(OwnsAccount.class, "permits", "id")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(FIND, TRANSFER);

  private final Gate gate;

  private final OwnsAccount ownsAccount;

  AccountsGuard(Ledger ledger, Gate gate, OwnsAccount ownsAccount) {
    super(ledger);
    this.gate = gate;
    this.ownsAccount = ownsAccount;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  Account find(UUID id) {
    // Checks transport, limits, authentication and access, which need no argument.
    Passage passage = gate.enter(FIND);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.notNull("id", id);
    violations.refuseIfAny();
    // Asks the policies whether the caller may use this object.
    passage.require("OwnsAccount", ownsAccount.permits(passage.caller(), id));
    return super.find(id);
  }

  @Override
  Receipt transfer(UUID id, Transfer transfer) {
    // Checks transport, limits, authentication and access, which need no argument.
    Passage passage = gate.enter(TRANSFER);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.notNull("id", id);
    violations.check(this, new Object[] {id, transfer});
    violations.refuseIfAny();
    // Asks the policies whether the caller may use this object.
    passage.require("OwnsAccount", ownsAccount.permits(passage.caller(), id));
    return super.transfer(id, transfer);
  }
}
