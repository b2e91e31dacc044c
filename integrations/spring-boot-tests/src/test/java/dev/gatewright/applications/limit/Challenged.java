package dev.gatewright.applications.limit;

import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Two limits, one of them called as what counts the challenges of the other. */
@RestController
@Public(reason = "only counted")
public class Challenged {
  @GetMapping("/challenged")
  @RateLimited(
      name = "visit",
      permits = 100,
      per = "1h",
      key = LimitKey.ADDRESS,
      onLimit = OnLimit.CHALLENGE)
  @RateLimited(name = "visit.challenge", permits = 1, per = "1h", key = LimitKey.ADDRESS)
  public String visit() {
    return "visited";
  }
}
