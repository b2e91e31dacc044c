package dev.gatewright.sample.partner;

import static dev.gatewright.LimitKey.SUBJECT;

import dev.gatewright.RateLimited;
import dev.gatewright.Scheme;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import java.math.BigDecimal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a clearing house its position. Its program sends a TLS client certificate. Absent where no
 * certificates are configured, as in the demonstration, which has no TLS.
 */
@RestController
@ConditionalOnProperty("gatewright.mutual-tls.name")
class Clearing {

  /**
   * States what is to be cleared.
   *
   * @param house the clearing house
   * @param amount amount in euros
   */
  record Position(String house, BigDecimal amount) {}

  @GetMapping("/partner/clearing")
  @Secured(schemes = Scheme.MUTUAL_TLS, scopes = "clearing:read")
  @RateLimited(permits = 10, per = "1m", key = SUBJECT)
  Position position(Caller caller) {
    return new Position(caller.subject(), new BigDecimal("98000.00"));
  }
}
