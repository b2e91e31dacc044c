package dev.gatewright.example;

import java.util.UUID;

interface Ledger {
  Account account(UUID id);

  Receipt book(UUID from, Transfer transfer);
}
