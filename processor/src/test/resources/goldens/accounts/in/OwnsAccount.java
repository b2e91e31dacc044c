package dev.gatewright.example;

import dev.gatewright.runtime.caller.Caller;
import java.util.UUID;

class OwnsAccount {
  private final Ledger ledger;

  OwnsAccount(Ledger ledger) {
    this.ledger = ledger;
  }

  public boolean permits(Caller caller, UUID id) {
    return ledger.account(id).holder().equals(caller.subject());
  }
}
