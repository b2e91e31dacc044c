package dev.gatewright.sample.partner;

import static dev.gatewright.LimitKey.API_KEY;

import dev.gatewright.RateLimited;
import dev.gatewright.Scheme;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells other banks what they are owed. Their programs send an API key. */
@RestController
class Settlements {

  /**
   * States what one bank is owed.
   *
   * @param bank the bank
   * @param amount amount in euros
   */
  record Settlement(String bank, BigDecimal amount) {}

  @GetMapping("/partner/settlements")
  @Secured(schemes = Scheme.API_KEY, scopes = "settlements:read")
  @RateLimited(permits = 10, per = "1m", key = API_KEY)
  List<Settlement> settlements(Caller caller) {
    return List.of(new Settlement(caller.subject(), new BigDecimal("1250.00")));
  }
}
