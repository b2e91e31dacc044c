package dev.gatewright.sample.market;

import static dev.gatewright.LimitKey.ADDRESS;
import static dev.gatewright.Strategy.SLIDING_WINDOW;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the bank's exchange rates. */
@RestController
class Rates {
  private static final Map<String, BigDecimal> FOR_ONE_EURO =
      Map.of(
          "CHF", new BigDecimal("0.93"),
          "GBP", new BigDecimal("0.85"),
          "USD", new BigDecimal("1.09"));

  @GetMapping("/rates")
  @Public(reason = "The bank advertises its rates.")
  @RateLimited(permits = 30, per = "1m", strategy = SLIDING_WINDOW, key = ADDRESS)
  Map<String, BigDecimal> rates() {
    return new TreeMap<>(FOR_ONE_EURO);
  }
}
