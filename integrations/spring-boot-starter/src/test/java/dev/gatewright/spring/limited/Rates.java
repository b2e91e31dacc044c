package dev.gatewright.spring.limited;

import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.ValidatedInput;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rates that anybody may look up, twice an hour. */
@RestController
public class Rates {

  /** The rate of a currency. */
  @GetMapping("/rates")
  @Public(reason = "rates are printed in every newspaper")
  @RateLimited(permits = 2, per = "1h", key = LimitKey.ADDRESS)
  @ValidatedInput
  public String rate(@RequestParam @Size(min = 3, max = 3) String currency) {
    return currency + " 1.00";
  }
}
