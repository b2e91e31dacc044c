package dev.gatewright.spring.bank;

import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
public class Ledger {
  public String ownerOf(UUID account) {
    return account.getMostSignificantBits() == 0 ? "alice" : "bob";
  }
}
