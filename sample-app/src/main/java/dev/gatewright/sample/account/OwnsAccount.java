package dev.gatewright.sample.account;

import dev.gatewright.runtime.caller.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Permits customers their own accounts only (OWASP API1:2023). */
@Component
class OwnsAccount {
  private final Ledger ledger;

  OwnsAccount(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Returns false also where there is no such account: nobody learns which numbers are taken. */
  public boolean permits(Caller caller, UUID id) {
    return ledger.isOwnedBy(id, caller.identity());
  }
}
