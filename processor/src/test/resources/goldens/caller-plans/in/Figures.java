package dev.gatewright.figures;

import dev.gatewright.LimitKey;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.Strategy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Secured
@RateLimited(permits = 1_000, per = "1d", strategy = Strategy.FIXED_WINDOW, plans = Plans.class)
@RateLimited(
    permits = 50_000,
    per = "1d",
    strategy = Strategy.FIXED_WINDOW,
    plans = Plans.class,
    plan = "pro")
class Figures {

  @GetMapping("/figures")
  @RateLimited(permits = 5, per = "1m", key = LimitKey.SUBJECT, plans = Plans.class)
  @RateLimited(permits = 60, per = "1m", key = LimitKey.SUBJECT, plans = Plans.class, plan = "pro")
  @RateLimited(permits = 9, per = "1s", key = LimitKey.SUBJECT, plans = Plans.class, plan = "pro")
  @RateLimited(
      name = "partners",
      permits = 600,
      per = "1m",
      key = LimitKey.OAUTH_CLIENT,
      plans = Plans.class,
      plan = "partner")
  String list() {
    return "";
  }

  @GetMapping("/figures/latest")
  @RateLimited(permits = 5, per = "1s")
  String latest() {
    return "";
  }
}
