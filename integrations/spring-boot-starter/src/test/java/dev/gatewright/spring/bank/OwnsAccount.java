package dev.gatewright.spring.bank;

import dev.gatewright.runtime.caller.Caller;
import java.util.UUID;

/** No bean by itself: the starter registers it. */
public class OwnsAccount {
  private final Ledger ledger;

  OwnsAccount(Ledger ledger) {
    this.ledger = ledger;
  }

  public boolean permits(Caller caller, UUID id) {
    return ledger.ownerOf(id).equals(caller.subject());
  }
}
