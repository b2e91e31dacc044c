package dev.gatewright.sample.market;

import static dev.gatewright.LimitKey.ADDRESS;
import static dev.gatewright.Strategy.SLIDING_WINDOW;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists data for everybody, within a limit. */
@RestController
class PublicData {

  @GetMapping("/api/data")
  @Public(reason = "Open data; the limit by address keeps it available.")
  @RateLimited(permits = 60, per = "1m", strategy = SLIDING_WINDOW, key = ADDRESS)
  Map<String, String> data() {
    return Map.of("data", "open to all, 60 times a minute");
  }
}
