package dev.gatewright.sample.market;

import static dev.gatewright.LimitKey.ADDRESS;
import static dev.gatewright.OnLimit.CHALLENGE;
import static dev.gatewright.Strategy.SLIDING_WINDOW;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists share prices. A client that reaches the limit is given a challenge. */
@RestController
class Prices {
  private static final Map<String, BigDecimal> IN_EURO =
      Map.of(
          "Looking-Glass Works", new BigDecimal("41.80"),
          "Tea Party Holding", new BigDecimal("6.05"),
          "White Rabbit Clocks", new BigDecimal("127.30"));

  @GetMapping("/prices")
  @Public(reason = "Prices are public; a client that asks for very many is given a challenge.")
  @RateLimited(
      permits = 10,
      per = "1m",
      strategy = SLIDING_WINDOW,
      key = ADDRESS,
      onLimit = CHALLENGE)
  Map<String, BigDecimal> prices() {
    return new TreeMap<>(IN_EURO);
  }
}
