package dev.gatewright.spring.bank;

import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Rates {

  @GetMapping("/rates")
  @Public(reason = "Rates are printed in the newspaper.")
  @RateLimited(permits = 1_000, per = "1m", key = LimitKey.ADDRESS)
  public Map<String, String> rates() {
    return Map.of("EUR", "1.0");
  }
}
