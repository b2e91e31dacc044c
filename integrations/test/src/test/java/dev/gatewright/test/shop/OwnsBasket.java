package dev.gatewright.test.shop;

import dev.gatewright.runtime.caller.Caller;
import org.springframework.stereotype.Component;

/** Permits customers their own baskets only. */
@Component
public class OwnsBasket {
  /** Whether the basket is the caller's. */
  public boolean permits(Caller caller, String owner) {
    return caller.subject().equals(owner);
  }
}
